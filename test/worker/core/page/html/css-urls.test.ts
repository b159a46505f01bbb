import { describe, expect, it } from "vitest";
import { cssUrls } from "#worker/core/page/html/css-urls.ts";

describe("cssUrls", () => {
  it.each([
    ["a { background: url(/a.png) }", ["/a.png"]],
    [`a { background: URL( "a b.png" ), url('c(d).png') }`, ["a b.png", "c(d).png"]],
    ["@font-face { src: url(a.woff2) format('woff2'), url(a.ttf) }", ["a.woff2", "a.ttf"]],
    [`@import "base.css"; @import url(print.css) print;`, ["base.css", "print.css"]],
    ["@namespace svg url(http://www.w3.org/2000/svg); a { background: url(a.png) }", ["a.png"]],
    [`a { content: "\n b { background: url(b.png) }`, ["b.png"]],
    [String.raw`a { content: "\"" } b { background: url('\'.png') }`, ["'.png"]],
    [String.raw`a { background: url(a\ b\29.png) }`, ["a b).png"]],
    [String.raw`a { background: url("\66 oo.png") }`, ["foo.png"]],
    ["a { background: url(a.png), url(a.png) }", ["a.png"]],
    [`a { background: image-set("a.png" 1x, 'b.png' 2x) }`, ["a.png", "b.png"]],
    [`a { background: -webkit-image-set(url(a.png) 1x, "b.avif" type("image/avif")) } b { content: "c" }`, ["a.png", "b.avif"]],
  ])("%s", (css, expected) => {
    expect(cssUrls(css)).toEqual(expected);
  });

  it.each([
    "/* a { background: url(/old.png) } */ p { color: red }",
    "a { fill: url(#shade) }",
    "@namespace svg url(http://www.w3.org/2000/svg);",
    "a { content: 'no url here' } b { color: red }",
    "a { background: url() } b { background: url('') }",
    `a { content: "/*" } b { --url: 1 }`,
    "a { background: url(a.png",
    `a { content: "url(a.png)" } b { --url: url() }`,
    "@namespace url(http://www.w3.org/1999/xhtml)",
  ])("finds nothing in %s", (css) => {
    expect(cssUrls(css)).toEqual([]);
  });

  it("treats a comment mark in a string as text", () => {
    expect(cssUrls(`a { content: "/*" } b { background: url(b.png) } c { content: "*/" }`)).toEqual(["b.png"]);
  });

  it.each(["image-set(", 'image-set("a', "url(", 'url("', "url('a", "/*", "@import ", "\\", '"', "url(\\"])(
    "takes time in proportion to a sheet of %j",
    (piece) => {
      const startedAt = performance.now();
      cssUrls(`url(x)${piece.repeat(200_000)}`);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    },
  );
});
