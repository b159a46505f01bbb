import { describe, expect, it } from "vitest";
import { parseSitemap } from "#worker/core/sitemap/parse-sitemap.ts";

const SITEMAP = "https://site.example/sitemap.xml";
const pagesOf = (text: string) => parseSitemap(text, SITEMAP).pages.map((page) => page.replace("https://site.example", ""));

describe("parseSitemap", () => {
  it.each([
    ["named and numbered characters", "<urlset><url><loc>/a?x=1&amp;y=&#50;&#x33;</loc></url></urlset>", ["/a?x=1&y=23"]],
    [
      "characters that HTML names",
      "<urlset><url><loc>/caf&eacute;?a=1&AMP;b=2&nope;</loc></url></urlset>",
      ["/caf%C3%A9?a=1&b=2&nope;"],
    ],
    [
      "characters by their names in HTML",
      "<urlset><url><loc>/sk&ouml;rd&hellip;</loc></url></urlset>",
      ["/sk%C3%B6rd%E2%80%A6"],
    ],
    ["comments", "<!-- <url><loc>/no</loc></url> --><urlset><url><loc>/a<!-- b --></loc></url></urlset>", ["/a"]],
    ["CDATA as it stands", "<urlset><url><loc><![CDATA[/a?x=1&y=2&amp;]]></loc></url></urlset>", ["/a?x=1&y=2&amp;"]],
    ["attributes on every element", '<urlset a="1"><url b=\'2\'><loc c="3">/a</loc></url></urlset>', ["/a"]],
    ["names in capitals", "<URLSET><URL><LOC>/a</LOC></URL></URLSET>", ["/a"]],
    ["an end tag too many", "<urlset></nonsense><url><loc>/a</loc></url></urlset>", ["/a"]],
    ["an end tag too few", "<urlset><url><loc>/a</loc><lastmod>2026<url><loc>/b</loc></urlset>", ["/a", "/b"]],
    [
      "the alternates of an Atom entry only",
      '<feed><entry><link rel="edit" href="/e"/><link href=\'/a\'/></entry></feed>',
      ["/a"],
    ],
  ])("reads %s", (_, text, pages) => {
    expect(pagesOf(text)).toEqual(pages);
  });

  it.each([
    ["the addresses of pictures", "<url><image:image><image:loc>/i.png</image:loc></image:image></url>"],
    ["the site's own address in a feed", "<rss><channel><link>https://site.example/</link></channel></rss>"],
    ["unknown entities and numbers beyond Unicode", "<url><loc>ftp://x/&lol;&#999999;</loc></url>"],
    ["document types", '<!DOCTYPE x [<!ENTITY a "b">]>'],
    ["elements named like what every object has", "<constructor>/a</constructor><toString>/b</toString>"],
  ])("leaves out %s", (_, text) => {
    expect(pagesOf(text)).toEqual([]);
  });

  it("reads other languages of a page, and its last change", () => {
    const entry = (path: string, date: string) =>
      `<url><lastmod>${date}</lastmod><loc>${path}</loc><xhtml:link rel="alternate" hreflang="de" href="/de${path}"/></url>`;
    const { pages, modified } = parseSitemap(`<urlset>${entry("/a", "2026-11-02")}${entry("/b", "soon")}</urlset>`, SITEMAP);
    expect(pages.map((page) => new URL(page).pathname)).toEqual(["/a", "/de/a", "/b", "/de/b"]);
    const at = Date.UTC(2026, 10, 2);
    expect([...modified.values()]).toEqual([at, at]);
  });

  it.each([
    ["RSS", "<item><link>/a</link><pubDate>Mon, 02 Nov 2026 00:00:00 GMT</pubDate></item><item><link>/b</link></item>"],
    ["Atom", '<entry><updated>2026-11-02</updated><link href="/a"/></entry><entry><link href="/b"/></entry>'],
  ])("reads the last change of an entry in %s", (_, text) => {
    expect([...parseSitemap(text, SITEMAP).modified]).toEqual([["https://site.example/a", Date.UTC(2026, 10, 2)]]);
  });

  it("stops at its limit", () => {
    const text = `<urlset>${"<url><loc>/a</loc></url>".repeat(100)}</urlset>`;
    expect(parseSitemap(text, SITEMAP, 7).pages).toHaveLength(7);
  });

  it.each([
    ["fifty thousand pages", `<urlset>${"<url><loc>/a</loc></url>".repeat(50_000)}</urlset>`],
    ["comments that never end", "<!--".repeat(500_000)],
    ["CDATA that never ends", "<url><loc><![CDATA[".repeat(100_000)],
    ["elements that never end", "<a ".repeat(500_000)],
    ["a very long name", `<${"a:".repeat(500_000)}>`],
    ["a very long attribute", `<rss><item><link ${"rel ".repeat(300_000)}/></item></rss>`],
    ["brackets only", "<".repeat(1_000_000)],
    ["nothing but ampersands", `<url><loc>${"&#".repeat(500_000)}</loc></url>`],
  ])("takes linear time on %s", (_, text) => {
    const startedAt = performance.now();
    parseSitemap(text, SITEMAP);
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });
});
