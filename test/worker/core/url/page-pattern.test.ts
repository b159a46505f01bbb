import { describe, expect, it } from "vitest";
import { makeIsNamedPage } from "#worker/core/url/page-pattern.ts";

describe("makeIsNamedPage", () => {
  it.each<[lines: string[], url: string, isNamed: boolean]>([
    [["/legal"], "https://a.example/legal", true],
    [["/legal"], "https://a.example/legal/terms", true],
    [["/legal"], "https://a.example/legally", false],
    [["/blog/*"], "https://a.example/blog/1", true],
    [["*/press/*"], "https://a.example/en/press/1", true],
    [["shop.example.com"], "https://shop.example.com/cart", true],
    [["shop.example.com"], "https://example.com/cart", false],
    [["example.com/shop/*"], "http://www.example.com/shop/1", true],
    [["https://example.com/about"], "https://example.com/about", true],
    [["/über"], "https://a.example/%C3%BCber", true],
    [["", "  "], "https://a.example/", false],
    [[], "https://a.example/", false],
    [["/"], "no address", false],
  ])("%j names %s: %s", (lines, url, isNamed) => expect(makeIsNamedPage(lines)(url)).toBe(isNamed));
});
