import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { createFrontier } from "#worker/crawl/frontier/frontier.ts";
import { createTraps } from "#worker/crawl/frontier/traps.ts";
import { followLinks } from "#worker/crawl/steps/follow-links.ts";

const HOME = "https://bakery.example/";
const at = (path: string) => new URL(path, HOME).href;

function open() {
  const traps = createTraps({ known: [], thisYear: 2026 });
  const recorded: { url: string; depth: number }[] = [];
  const frontier = createFrontier({
    memory: { addPending: async (entries) => void recorded.push(...entries) },
    pageLimit: 100,
    traps,
  });
  const context = {
    plan: { only: ["spelling"] as const },
    isInScope: (url: string) => !url.includes("/private"),
    frontier,
    fileLeads: { note: () => undefined, takePages: async () => [] },
    traps,
    feeds: new Set<string>(),
    isMistakenTarget: async () => false,
  };
  /** Follows the links of one page, and returns the addresses that get a place then, with their distance from the start page. */
  const follow = async (path: string, depth: number, html: string) => {
    const content = extractPage(html, { url: at(path) });
    const leads = await followLinks(context, { url: at(path), depth, source: "link" }, content);
    await frontier.open([]);
    await frontier.take({ isIdle: true });
    const accepted = recorded.splice(0).map((entry) => [new URL(entry.url).pathname + new URL(entry.url).search, entry.depth]);
    return { leads, accepted };
  };
  return { context, follow };
}

describe("followLinks", () => {
  it("adds each in-scope page once, one click further away", async () => {
    const { follow } = open();
    const html =
      "<a href=/a>A</a><a href=/a#rye>A</a><a href=/private>No</a><a href=https://mill.example/>Mill</a><a href=/a.png>Loaf</a>";
    expect((await follow("/", 0, html)).accepted).toEqual([["/a", 1]]);
    expect((await follow("/a", 1, "<a href=/a>A</a><a href=/b>B</a>")).accepted).toEqual([["/b", 2]]);
  });

  it("counts the parts of one list as equally far away", async () => {
    const { follow } = open();
    const html = '<a href="/blog?page=8">Next</a><a href="/blog/story">Story</a>';
    expect((await follow("/blog?page=7", 3, html)).accepted).toEqual([
      ["/blog?page=8", 3],
      ["/blog/story", 4],
    ]);
  });

  it("follows links that say nofollow, and puts those with a query last", async () => {
    const { follow } = open();
    const html =
      '<a rel=nofollow href="/red?size=2">Red</a><a rel=nofollow href=/terms>Terms</a><a href="/blue?size=2">Blue</a>';
    const { leads, accepted } = await follow("/", 0, html);
    expect(leads).toEqual(["/red?size=2", "/terms", "/blue?size=2"].map(at));
    expect(accepted.toSorted()).toEqual([
      ["/blue?size=2", 1],
      ["/terms", 1],
    ]);
  });

  it("takes the feeds of the start page alone", async () => {
    const { context, follow } = open();
    const html = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
    await follow("/a", 1, html);
    expect(context.feeds.size).toBe(0);
    await follow("/", 0, html);
    expect([...context.feeds]).toEqual([at("/feed.xml")]);
  });
});
