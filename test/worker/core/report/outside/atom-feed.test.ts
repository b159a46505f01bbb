import { describe, expect, it } from "vitest";
import type { DigestItem } from "#worker/core/digest/digest.ts";
import { atomFeed, type FeedEntry } from "#worker/core/report/outside/atom-feed.ts";

const item: DigestItem = {
  issueId: "i",
  check: "spelling",
  severity: "error",
  message: "“teh” is not a known word.",
  text: "teh",
  excerpt: "Fish & <b>teh</b> chips ]]> \u{0}\uD800",
  suggestion: "the",
  pageUrl: "https://bakery.example/menu?a=1&b=2",
  pageCount: 3,
  reopened: false,
  alike: 0,
};
const entry: FeedEntry = {
  crawlId: "0193a1f0-0000-7000-8000-000000000001",
  at: new Date("2026-11-21T05:12:00Z"),
  opened: [item],
  openedCount: 40,
  fixed: [{ ...item, check: "links", text: "https://gone.example/<x>", excerpt: "our “partner”", suggestion: null }],
  fixedCount: 1,
};
const feed = (change: { entries?: FeedEntry[]; siteName?: string } = {}) =>
  atomFeed({
    id: "0193a1f0-0000-7000-8000-00000000000f",
    siteName: change.siteName ?? "Harbour Bakery",
    selfUrl: "https://flawless.example/feed/token",
    siteUrl: "https://flawless.example/sites/site",
    since: new Date("2026-11-01T00:00:00Z"),
    entries: change.entries ?? [entry],
  });
const contentOf = (xml: string) => unescaped(/<content type="html">([^<]*)<\/content>/.exec(xml)?.[1] ?? "");

function unescaped(text: string): string {
  const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}

describe("atomFeed", () => {
  it("has all that RFC 4287 requires of a feed and of its entries", () => {
    const xml = feed();
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"')).toBe(true);
    const [head = "", body = ""] = xml.split("  <entry>");
    expect(head).toContain("<id>urn:uuid:0193a1f0-0000-7000-8000-00000000000f</id>");
    expect(head).toContain("<title>Harbour Bakery: new and fixed issues</title>");
    expect(head).toContain("<updated>2026-11-21T05:12:00.000Z</updated>");
    expect(head).toContain("<author><name>Flawless</name></author>");
    expect(head).toContain('<link rel="self" type="application/atom+xml" href="https://flawless.example/feed/token"/>');
    expect(body).toContain(`<id>urn:uuid:${entry.crawlId}</id>`);
    expect(body).toContain("<title>40 new issues, 1 issue fixed</title>");
    expect(body).toContain("<updated>2026-11-21T05:12:00.000Z</updated>");
  });

  it("escapes every text of the site twice: as HTML, and as text of XML", () => {
    const xml = feed();
    expect(xml).not.toMatch(/<b>|<x>/u);
    expect(xml).toContain("\u{FFFD}\u{FFFD}");
    const html = contentOf(xml);
    expect(html).toContain("Fish &amp; &lt;b&gt;<mark>teh</mark>&lt;/b&gt; chips ]]&gt;");
    expect(html).toContain("→ <strong>the</strong>");
    expect(html).toContain("bakery.example/menu?a=1&amp;b=2 and 2 more pages");
    expect(html).toContain("“our “partner”” (gone.example/&lt;x&gt;)");
    expect(html).toContain("and 39 more issues.");
    expect(feed({ siteName: "</title><script>" })).toContain("<title>&lt;/title&gt;&lt;script&gt;: new");
  });

  it("is complete without entries", () => {
    const xml = feed({ entries: [] });
    expect(xml).toContain("<updated>2026-11-01T00:00:00.000Z</updated>");
    expect(xml).not.toContain("<entry>");
    expect(xml.trim().endsWith("</feed>")).toBe(true);
  });
});
