import { describe, expect, it } from "vitest";
import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { type FakePages, HOME, page } from "./fake/fake-web.ts";

const head = (links: string, ...parts: string[]) => page(...parts).replace("<title>", `${links}<title>`);

/** Sitemaps by address, and which of them were asked for. */
function sitemaps(files: Record<string, string[]>, filesLeft = 0) {
  const asked: string[] = [];
  const readSitemaps: CrawlPorts["readSitemaps"] = async (urls) => {
    asked.push(...urls);
    const pages = urls.flatMap((url) => files[url.replace(HOME, "/")] ?? []).map((url) => new URL(url, HOME).href);
    return { pages, files: new Map(), filesLeft, isComplete: filesLeft === 0 };
  };
  return { asked, readSitemaps };
}

describe("crawlSite finds pages", () => {
  it("by the next and previous part and other languages that a head names, within its scope", async () => {
    const pages: FakePages = {
      "/": head(
        '<link rel="next" href="/2"><link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" hreflang="it" type="text/html; charset=utf-8" href="/it/"><link rel="alternate" hreflang="fr" href="https://fr.example/"><link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="preload" href="/style">',
      ),
      "/2": head('<link rel="prev" href="/"><link rel=NEXT href="/3">', "Two."),
      "/3": page("Three."),
      "/de/": page("Hallo."),
    };
    const crawl = await crawlFakeWeb({ pages });
    expect(Object.keys(crawl.outcomes).sort()).toEqual(["/", "/2", "/3", "/de/", "/it/"]);
  });

  it("through a list of a hundred parts, each naming only the next", async () => {
    const parts = Array.from({ length: 100 }, (_, at) => `/news/page/${at + 1}/`);
    const words = (at: number) => [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("");
    const pages: FakePages = { "/": page("/news/page/1/") };
    parts.forEach((part, at) => {
      pages[part] = page(`/story/${words(at)}`, ...parts.slice(at + 1, at + 2));
      pages[`/story/${words(at)}`] = page(`The story of ${words(at)}.`);
    });
    const crawl = await crawlFakeWeb({ pages });
    expect(crawl.account).toMatchObject({ pages: { new: 201 }, notChecked: [] });
  });

  it("by the sitemaps that robots.txt names, on any host, and tries none of the usual addresses then", async () => {
    const { asked, readSitemaps } = sitemaps({ "https://cdn.example/map.xml": ["/orphan", "https://other.example/x"] });
    const robots = () => ({ sitemaps: ["https://cdn.example/map.xml"] });
    const crawl = await crawlFakeWeb({ pages: { "/": page("Text."), "/orphan": page("Orphan.") }, robots, readSitemaps });
    expect(crawl.outcomes).toEqual({ "/": "new", "/orphan": "new" });
    expect(asked).toEqual(["https://cdn.example/map.xml"]);
  });

  it("at the usual addresses where no sitemap is named, each tried once, until one gives something", async () => {
    const { asked, readSitemaps } = sitemaps({ "/sitemap_index.xml": ["/orphan"] });
    const crawl = await crawlFakeWeb({ pages: { "/": page("Text."), "/orphan": page("Orphan.") }, readSitemaps });
    expect(crawl.outcomes).toMatchObject({ "/orphan": "new" });
    expect(asked).toEqual([`${HOME}sitemap.xml`, `${HOME}sitemap_index.xml`]);
    const none = sitemaps({});
    await crawlFakeWeb({ pages: { "/": page("Text.") }, readSitemaps: none.readSitemaps });
    expect(none.asked).toEqual(
      ["sitemap.xml", "sitemap_index.xml", "sitemap.xml.gz", "wp-sitemap.xml"].map((name) => HOME + name),
    );
  });

  it("by the sitemap and the feeds of its start page, on its own host only", async () => {
    const { asked, readSitemaps } = sitemaps({ "/map": ["/a"], "/feed": ["/b"] });
    const links =
      '<link rel="sitemap" href="/map"><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/atom+xml" href="https://feeds.example/x">';
    const crawl = await crawlFakeWeb({ pages: { "/": head(links), "/a": page("A."), "/b": page("B.") }, readSitemaps });
    expect(crawl.outcomes).toMatchObject({ "/a": "new", "/b": "new" });
    expect(asked).not.toContain("https://feeds.example/x");
  });

  it("and says how many sitemaps it could not read", async () => {
    const { readSitemaps } = sitemaps({ "/sitemap.xml": ["/a"] }, 7);
    const { account } = await crawlFakeWeb({ pages: { "/": page("Text."), "/a": page("A.") }, readSitemaps });
    expect(account.notChecked).toMatchObject([{ code: "sitemaps", count: 7 }]);
  });

  it("of which those that changed last have places first under the page limit", async () => {
    const { readSitemaps } = sitemaps({ "/sitemap.xml": ["/x/new", "/x/middle", "/x/old"] });
    const pages = { "/": page("Text."), "/x/new": page("N."), "/x/middle": page("M."), "/x/old": page("O.") };
    const crawl = await crawlFakeWeb({ pages, plan: { pageLimit: 3 }, readSitemaps });
    expect(Object.keys(crawl.outcomes)).toEqual(["/", "/x/new", "/x/middle"]);
  });
});
