import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";

function emptyHeadings(html: string): string[] {
  const { blocks } = extractPage(html, { url: "https://bakery.example/" });
  return blocks.filter(({ kind }) => kind === "empty-heading").map(({ text }) => text);
}

describe("empty headings", () => {
  it.each<[string, string]>([
    ["nothing", "<h2></h2>"],
    ["a space that does not break", "<h2>&nbsp;</h2>"],
    ["a line break", "<h2><br></h2>"],
    [
      "what an editor left",
      '<h2 class="wp-block-heading has-text-align-center" style="text-align: center"><strong> </strong><span></span></h2>',
    ],
    ["a character without width", "<h2>\u200B<!-- gone --></h2>"],
    ["a hidden part of the page that is closed before", "<div hidden><h3></h3></div><h2></h2>"],
  ])("include headings with %s", (_, html) => {
    expect(emptyHeadings(html)).toEqual(["<h2>"]);
  });

  it.each<[string, string]>([
    ["words", "<h2>Bread</h2>"],
    ["words deep inside", "<h2><a><b>Bread</b></a></h2>"],
    ["a picture", '<h2><img src="logo.png" alt="Mill"></h2>'],
    ["a picture without a text", '<h2><a><img src="logo.png"></a></h2>'],
    ["a drawing", "<h2><svg><path d='M0 0'/></svg></h2>"],
    ["an icon of a font", '<h2><i class="icon-bread"></i></h2>'],
    ["a class that a style sheet may fill", '<h1 class="logo"></h1>'],
    ["an id that a script may fill", '<h2 id="title"></h2>'],
    ["a name for screen readers", '<h2 aria-label="Bread"></h2>'],
    ["a picture behind it", "<h2 style=\"background: url('bread.jpg')\"></h2>"],
    ["a part of its own that a script draws", "<h2><bread-logo></bread-logo></h2>"],
    ["a field", "<h2><input value='Bread'></h2>"],
    ["code", "<h2><code>npm</code></h2>"],
    ["a role that takes it out", '<h2 role="presentation"></h2>'],
  ])("exclude headings with %s", (_, html) => {
    expect(emptyHeadings(html)).toEqual([]);
  });

  it("are one Block on all pages, with a selector of their own", () => {
    const pages = ["<h2></h2><p>One.</p>", "<p>Two.</p><section><h2> </h2></section>"].map((html) =>
      extractPage(html, { url: "https://b.example/" }),
    );
    const found = pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "empty-heading"));
    expect(new Set(found.map(({ hash }) => hash)).size).toBe(1);
    expect(found.map(({ selector }) => selector)).toEqual([expect.stringContaining("h2"), expect.stringContaining("section")]);
  });

  it("cost linear time, even if deeply nested", () => {
    const deep = `<h2>${"<span>".repeat(50_000)}`;
    expect(emptyHeadings(deep).length).toBeLessThanOrEqual(1);
  });
});
