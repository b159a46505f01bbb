import { describe, expect, it } from "vitest";
import {
  addComparison,
  decideRendering,
  isPatternKnown,
  type RenderProofs,
  renderProofsSchema,
} from "#worker/core/page/rendering/render-proof.ts";
import { urlPattern } from "#worker/core/page/rendering/url-pattern.ts";

const page = { url: "https://example.com/blog/2026/post.html", scripts: "abc" };
const afterSame = (times: number, before: RenderProofs = {}) =>
  Array.from({ length: times }).reduce<RenderProofs>((proofs) => addComparison(proofs, page, true), before);
const NO_SAMPLE = { neededBrowser: false, sampleKey: "k" };

describe("decideRendering", () => {
  it("never uses a browser for a page without scripts", () => {
    expect(decideRendering({}, { ...page, scripts: "" }, { ...NO_SAMPLE, neededBrowser: true })).toBe("http");
  });

  it("reads both ways until three pages of the template were equal", () => {
    const choices = [0, 1, 2].map((times) => decideRendering(afterSame(times), page, NO_SAMPLE));
    expect(choices).toEqual(["both", "both", "both"]);
    const proofs = afterSame(3);
    expect(decideRendering(proofs, { ...page, url: "https://example.com/blog/2025/other.html" }, NO_SAMPLE)).toBe("http");
    expect(decideRendering(proofs, { ...page, url: "https://example.com/shop/other.html" }, NO_SAMPLE)).toBe("both");
  });

  it("treats pages with other scripts as unproven, for one page or a new build", () => {
    expect(decideRendering(afterSame(50), { ...page, scripts: "xyz" }, NO_SAMPLE)).toBe("both");
    const failed = addComparison(afterSame(50), { ...page, scripts: "widget" }, false);
    expect(decideRendering(failed, page, NO_SAMPLE)).toBe("http");
  });

  it("keeps using the browser after a difference, until fifty pages in a row were equal", () => {
    const differed = addComparison(afterSame(50), page, false);
    expect(decideRendering(differed, page, NO_SAMPLE)).toBe("both");
    expect(decideRendering(afterSame(49, differed), page, NO_SAMPLE)).toBe("both");
    expect(decideRendering(afterSame(50, differed), page, NO_SAMPLE)).toBe("http");
    expect(decideRendering(addComparison(afterSame(50, differed), page, false), page, NO_SAMPLE)).toBe("both");
  });

  it("keeps using the browser for a page that needed it last time, despite its template", () => {
    expect(decideRendering(afterSame(50), page, { ...NO_SAMPLE, neededBrowser: true })).toBe("both");
  });

  it.each([
    [3, 500],
    [50, 200],
    [1_000, 100],
  ])("after %i equal pages, compares about %i in 10,000 again, the same for the same key", (times, expected) => {
    const proofs = afterSame(times);
    const choose = (sampleKey: string) => decideRendering(proofs, page, { neededBrowser: false, sampleKey });
    const choices = Array.from({ length: 10_000 }, (_, i) => choose(`crawl-7 https://example.com/blog/${i}`));
    const both = choices.filter((choice) => choice === "both").length;
    expect(both).toBeGreaterThan(expected * 0.7);
    expect(both).toBeLessThan(expected * 1.3);
    expect(choose("x")).toBe(choose("x"));
  });
});

describe("addComparison", () => {
  it("does not change its input, and survives JSON", () => {
    const before = afterSame(1);
    const after = addComparison(before, page, false);
    expect(before).toEqual({ "/blog/{n}/*.html abc": { same: 1, differ: 0 } });
    expect(renderProofsSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual({
      "/blog/{n}/*.html abc": { same: 0, differ: 1 },
    });
  });

  it("keeps a bounded number of templates: the most recently compared", () => {
    let proofs: RenderProofs = addComparison({}, page, true);
    for (let i = 0; i < 600; i += 1) {
      proofs = addComparison(proofs, { ...page, scripts: String(i) }, true);
      if (i % 100 === 0) proofs = addComparison(proofs, page, true);
    }
    expect(Object.keys(proofs)).toHaveLength(500);
    expect(proofs["/blog/{n}/*.html abc"]?.same).toBe(7);
    expect(proofs["/blog/{n}/*.html 599"]?.same).toBe(1);
  });

  it("rejects stored values that it never wrote", () => {
    expect(renderProofsSchema.safeParse({ "/": { same: -1, differ: 0 } }).success).toBe(false);
  });
});

describe("isPatternKnown", () => {
  it("depends only on the pattern", () => {
    expect(isPatternKnown(afterSame(1), "https://example.com/blog/1/x.html")).toBe(true);
    expect(isPatternKnown(afterSame(1), "https://example.com/blog/1/x.htm")).toBe(false);
  });
});

describe("urlPattern", () => {
  it.each([
    ["https://example.com/", "/"],
    ["https://example.com/about", "/*"],
    ["https://example.com/a.html", "/*.html"],
    ["https://example.com/blog/2026/05/my-post", "/blog/{n}/{n}/*"],
    ["https://example.com/a/b/c/d/e/f", "/a/b/c/**/*"],
    ["https://example.com/shop/?page=2&color=red&page=3", "/shop/?color&page"],
    ["https://example.com/constructor/x", "/constructor/*"],
  ])("%s is in %s", (url, pattern) => {
    expect(urlPattern(url)).toBe(pattern);
  });
});
