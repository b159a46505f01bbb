import { describe, expect, it } from "vitest";
import { staticHtml } from "#app/_front/static-html.ts";

describe("staticHtml", () => {
  it("removes what only makes a page interactive, and keeps its data, styles and texts", () => {
    const html = `<!DOCTYPE html><html lang="en"><head><link rel="preload" as="script" href="/a.js"><link rel="stylesheet" href="/a.css"><script src="/a.js" async=""></script></head><body><p>It’s “here” &amp; there</p><script type="application/ld+json">{"a":"<p>"}</script><script>self.x.push([1,"</p>"])</script></body></html>`;
    expect(staticHtml(html)).toBe(
      `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/a.css"></head><body><p>It’s “here” &amp; there</p><script type="application/ld+json">{"a":"<p>"}</script></body></html>`,
    );
  });

  it("adds a few lines to a page with a form", () => {
    const html = staticHtml(
      '<form method="POST"><input type="hidden" name="$ACTION_KEY" value="k"></form><script src="a.js"></script>',
    );
    expect(html).toContain('<input type="hidden" name="$ACTION_KEY" value="k">');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain("data-busy");
  });
});
