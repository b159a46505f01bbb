import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "#test/support/servers/site-server.ts";
import { openRealWorld, type RealCrawl, type RealWorld } from "./hostile-crawl.ts";

const SITES = join(import.meta.dirname, "..", "..", "fixtures", "sites");

let world: RealWorld;
beforeAll(async () => {
  world = await openRealWorld();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** Crawls one of the fixture sites. `shell`: what the server answers where it has no file, as servers of client-rendered sites do. */
async function crawl(name: string, path = "/", shell?: string): Promise<RealCrawl> {
  const folder = join(SITES, name);
  const server = await serveSite(folder, {
    intercept: ({ url = "" }, response) => {
      if (!shell || url.includes(".")) return false;
      response.writeHead(200, { "content-type": "text/html" }).end(readFileSync(join(folder, shell)));
      return true;
    },
  });
  try {
    const result = await world.crawl(server.url + path);
    expect(result.faults).toEqual([]);
    return result;
  } finally {
    await server.close();
  }
}

/** By path and fragment: the texts of the pages that were read. */
function textsOf({ memory }: RealCrawl): Record<string, string[]> {
  const read = memory.pages().filter(({ visit }) => visit.outcome === "new");
  return Object.fromEntries(
    read.map(({ visit, known }) => {
      const { pathname, search, hash } = new URL(visit.url);
      const prose = (known.snapshot?.blocks ?? []).filter(({ kind }) => kind !== "title");
      return [pathname + search + hash, prose.map((block) => memory.block(block.hash)?.text ?? "not on record")];
    }),
  );
}

describe("a crawl reads whole", () => {
  it("sections that come when they are scrolled to, one of which brings another", async () => {
    const chapters = ["one", "two", "three", "four", "five"].map((part) => `Chapter ${part} is here.`);
    expect(textsOf(await crawl("lazy-sections"))).toEqual({ "/": ["Chapters", ...chapters] });
  });

  it("a part of the page that scrolls by itself", async () => {
    const { "/inner.html": texts } = textsOf(await crawl("lazy-sections", "/inner.html"));
    expect(texts).toEqual(["First.", "Second.", "Third.", "At the end"]);
  });

  it("shadow trees that are closed to scripts", async () => {
    expect(textsOf(await crawl("closed-shadow"))).toEqual({ "/": ["Open ground.", "Open from nine."] });
  });

  it("frames: what a page writes into them with it, what has an address as a page of its own", async () => {
    expect(textsOf(await crawl("same-site-frames"))).toEqual({
      "/": ["Before the frames.", "Written into the page, with a link.", "Built in its frame.", "After the frames."],
      "/frame.html": ["A page of its own."],
      "/linked.html": ["Linked from a frame."],
    });
  });

  it("a program whose pages have addresses of their own that the server knows nothing of", async () => {
    expect(textsOf(await crawl("history-routes", "/", "index.html"))).toEqual({
      "/": ["Shop", "Chairs"],
      "/chairs": ["Chairs", "All our chairs.", "Red"],
      "/chairs/red": ["Red chair", "It is red."],
    });
  });

  it("a program that keeps its pages in fragments, each page once", async () => {
    const result = await crawl("hash-routes");
    expect(textsOf(result)).toEqual({
      "/": ["Home", "Welcome. About Home Part", "A part."],
      "/#/about": ["About", "About us. Anna Old Start"],
      "/#/team/anna": ["Anna", "Anna bakes."],
      "/#!/old": ["Old", "An address of the old kind."],
    });
    // `#/home` shows what is shown without it.
    expect(result.account.pages).toMatchObject({ new: 4, skipped: 1, failed: 0 });
  });

  it("no pages where fragments only look like it", async () => {
    const result = await crawl("hash-routes", "/plain.html");
    expect(textsOf(result)).toEqual({ "/plain.html": ["Its links look like routes: one, two."] });
  });
});
