import { afterEach, describe, expect, it } from "vitest";
import { createMockClient, type MockAnswer } from "#test/support/mock-client.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { readSitemaps } from "#worker/http/read/sitemaps.ts";
import { probeSite } from "#worker/jobs/probe-site.ts";
import { createPageReader, type PageReader } from "#worker/threads/read/page-reader.ts";
import { ReadingBrokeOffError } from "#worker/threads/read/readings.ts";

const NEVER = new AbortController().signal;
/** Hangs on a text that begins with "hang". */
const FAULTY = new URL("../../fixtures/read-threads/faulty-thread.ts", import.meta.url);
const HANGING = `hang ${"Rye and spelt. ".repeat(20_000)}`;
const SITE = "https://bakery.example";

let reader: PageReader;
afterEach(() => reader.close());

function openClient(answer: (path: string) => MockAnswer) {
  reader = createPageReader({ threadScript: FAULTY, hangMs: 300 });
  const { client } = createMockClient({ [SITE]: answer });
  return { ...client, read: reader.read };
}

describe("an answer that cannot be taken apart in time", { timeout: 30_000 }, () => {
  it("leaves a link unknown, is told as a fault, and costs no other link", async () => {
    const faults: unknown[] = [];
    const client = openClient((path) => ({ status: 200, html: path === "/hang" ? HANGING : "<title>Rye</title><i id=a>" }));
    const check = createLinkChecker(client, { pauseMs: 1, onFault: (error) => faults.push(error) });
    const verdicts = await Array.fromAsync(check([`${SITE}/hang#a`, `${SITE}/rye#a`, `${SITE}/rye#b`], NEVER));
    const told = new Map(verdicts.map(({ url, state, reason }) => [url, { state, reason }]));
    expect(told.get(`${SITE}/hang#a`)).toEqual({
      state: "unknown",
      reason: expect.stringContaining("took too long to read, so we cannot tell"),
    });
    expect(told.get(`${SITE}/rye#a`)?.state).toBe("ok");
    expect(told.get(`${SITE}/rye#b`)?.state).toBe("broken");
    expect(faults).toEqual([expect.any(ReadingBrokeOffError)]);
  });

  it("counts as a sitemap that was left, and the others are read", async () => {
    const client = openClient((path) => ({ status: 200, html: path === "/a.xml" ? HANGING : `${SITE}/rye\n` }));
    const found = await readSitemaps(client, [`${SITE}/a.xml`, `${SITE}/b.xml`], { limit: 10, signal: NEVER });
    expect(found).toMatchObject({ pages: [`${SITE}/rye`], filesLeft: 1 });
  });

  it("is said to who adds a site", async () => {
    const client = openClient((path) => (path === "/robots.txt" ? { status: 404 } : { status: 200, html: HANGING }));
    expect(await probeSite(client, `${SITE}/`)).toMatchObject({
      ok: false,
      message: expect.stringContaining("took too long to read"),
    });
  });
});
