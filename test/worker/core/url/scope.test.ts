import { describe, expect, it } from "vitest";
import { makeScope } from "#worker/core/url/scope.ts";

const all = { include: [], exclude: [] };

describe("makeScope", () => {
  it.each([
    ["https://example.com/", "https://example.com/a/b?c", true],
    ["https://example.com/", "http://www.example.com/a", true],
    ["https://www.example.com/", "https://example.com/", true],
    ["https://example.com/", "https://shop.example.com/", false],
    ["https://example.com/", "https://example.com.evil.example/", false],
    ["https://example.com/", "https://example.com:8443/", false],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/a", true],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8081/a", false],
    ["https://example.com/en/", "https://example.com/en/a", true],
    ["https://example.com/en/", "https://example.com/en", true],
    ["https://example.com/en/", "https://example.com/english", false],
    ["https://example.com/en/", "https://example.com/de/", false],
    ["https://example.com/en/index.html", "https://example.com/en/a", true],
    ["https://example.com/en/index.html", "https://example.com/de/a", false],
    ["https://example.com/en", "https://example.com/de/", true],
    ["https://example.com/welcome.html", "https://example.com/a", true],
    ["https://example.com/", "mailto:a@example.com", false],
    ["https://example.com/", "not a url", false],
  ])("from %s, %s belongs: %s", (startUrl, url, expected) => {
    expect(makeScope({ startUrl, ...all })(url)).toBe(expected);
  });

  it.each([
    ["/blog/*", "/blog/a", true],
    ["/blog/*", "/blog", false],
    ["/blog", "/blog", true],
    ["/blog", "/blog/a", true],
    ["/blog", "/blog?page=2", true],
    ["/blog", "/blogging", false],
    ["/blog/", "/blog", true],
    ["*.pdf", "/files/a.pdf", true],
    ["*.pdf", "/files/a.pdf.html", false],
    ["/*/print", "/a/b/print", true],
    ["print=1", "/a?x=2&print=1", true],
    ["https://example.com/blog/*", "/blog/a", true],
    ["/über*", "/%C3%BCber-uns", true],
    ["/a+(b)", "/a+(b)", true],
    ["/a.c", "/abc", false],
    ["/", "/", true],
    ["*", "/anything", true],
  ])("exclude %s on %s: %s", (pattern, path, excluded) => {
    const inScope = makeScope({ startUrl: "https://example.com/start", include: [], exclude: [pattern] });
    expect(inScope(`https://example.com${path}`)).toBe(!excluded);
  });

  it("requires a matching include pattern and no matching exclude pattern", () => {
    const inScope = makeScope({ startUrl: "https://example.com/", include: ["/blog", "/news/*"], exclude: ["*draft*"] });
    expect(inScope("https://example.com/blog/a")).toBe(true);
    expect(inScope("https://example.com/news/a")).toBe(true);
    expect(inScope("https://example.com/news/draft-a")).toBe(false);
    expect(inScope("https://example.com/about")).toBe(false);
  });

  it("always includes the start page", () => {
    const inScope = makeScope({ startUrl: "https://example.com/", include: ["/blog"], exclude: ["*"] });
    expect(inScope("https://www.example.com/")).toBe(true);
  });

  it("is fast for patterns that would make a regular expression backtrack", () => {
    const inScope = makeScope({ startUrl: "https://example.com/", include: [], exclude: [`${"*a".repeat(500)}b`] });
    const started = performance.now();
    expect(inScope(`https://example.com/${"a".repeat(1900)}c`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
