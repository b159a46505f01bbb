import { afterEach, describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { createPageReader, type PageReader } from "#worker/threads/read/page-reader.ts";

const OPTIONS = { url: "https://bakery.example/" };
const FAULTY = new URL("../../../fixtures/read-threads/faulty-thread.ts", import.meta.url);
const BROKEN = new URL("../../../fixtures/check-threads/thread-that-never-starts.ts", import.meta.url);
/** So long that it is never read in the process itself. */
const LONG = `<p>${"Rye and spelt. ".repeat(20_000)}</p>`;

let reader: PageReader | undefined;

function open(options: Parameters<typeof createPageReader>[0] = {}): PageReader {
  reader = createPageReader({ hangMs: 2_000, ...options });
  return reader;
}

afterEach(() => reader?.close());

describe("createPageReader", { timeout: 30_000 }, () => {
  it("gives what reading in the process gives, from the thread and without", async () => {
    const page = `<!doctype html><html lang="en"><title>Bread</title><h1 id="a">Rolls</h1><a href="/rye">Rye</a>`;
    const { extractPage: read } = open({ startAfter: 1 });
    const pages = [page, `${page}${LONG}`, page, page];
    const contents = await Promise.all(pages.map((html) => read(html, OPTIONS)));
    expect(contents).toEqual(pages.map((html) => extractPage(html, OPTIONS)));
    expect((await read(page, { ...OPTIONS, withTexts: false })).blocks).toEqual([]);
  });

  it("starts no thread for a few short pages", async () => {
    const { extractPage: read } = open({ startAfter: 5, threadScript: FAULTY });
    for (let count = 0; count < 5; count++) expect((await read("<title>Bread</title>", OPTIONS)).title).toBe("Bread");
  });

  it.each(["exit", "throw", "hang", "grow"])("fails the page that makes the thread %s, and no other", async (breakage) => {
    const { extractPage: read } = open({ threadScript: FAULTY });
    const ends = await Promise.allSettled([LONG, `${breakage} ${LONG}`, LONG, LONG].map((html) => read(html, OPTIONS)));
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect((await read(LONG, OPTIONS)).title).toBe("read in the thread");
  });

  it("reads in the process where no thread starts, and says so once", async () => {
    const faults: unknown[] = [];
    const { extractPage: read } = open({ threadScript: BROKEN, onFault: (error) => faults.push(error) });
    const contents = await Promise.all([LONG, LONG].map((html) => read(html, OPTIONS)));
    expect(contents.map(({ blocks }) => blocks.length)).toEqual([16, 16]);
    await read(LONG, OPTIONS);
    expect(faults).toHaveLength(1);
  });

  it("leaves no thread behind, whatever it does when it is closed", async () => {
    const hanging = open({ threadScript: FAULTY });
    const end = hanging.extractPage(`hang ${LONG}`, OPTIONS).catch((error: Error) => error.message);
    await hanging.close();
    expect(await end).toContain("reading thread");
    const left = process.getActiveResourcesInfo().filter((name) => name === "Worker");
    expect(left).toEqual([]);
  });
});
