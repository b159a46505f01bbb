import { describe, expect, it } from "vitest";
import { decideRendering, learn, type RenderProofs, renderProofsSchema } from "#worker/core/page/render-proof.ts";
import { urlPattern } from "#worker/core/page/url-pattern.ts";

const page = "https://example.com/blog/2026/post.html";
const afterSame = (times: number) =>
  Array.from({ length: times }).reduce<RenderProofs>((proofs) => learn(proofs, page, true), {});

describe("decideRendering", () => {
  it("never opens a browser for a page with nothing in it that runs or hides", () => {
    expect(decideRendering({}, page, false, "k")).toBe("http");
  });

  it("reads both ways until three pages of the pattern said the same", () => {
    expect([0, 1, 2].map((times) => decideRendering(afterSame(times), page, true, "k"))).toEqual(["both", "both", "both"]);
    expect(decideRendering(afterSame(3), "https://example.com/blog/2025/other.html", true, "k")).toBe("http");
    expect(decideRendering(afterSame(3), "https://example.com/shop/other.html", true, "k")).toBe("both");
  });

  it("keeps to the browser once a page of the pattern differed", () => {
    expect(decideRendering(learn(afterSame(50), page, false), page, true, "k")).toBe("browser");
  });

  it("proves about one page in twenty again, the same for the same key", () => {
    const proofs = afterSame(3);
    const choices = Array.from({ length: 10_000 }, (_, i) =>
      decideRendering(proofs, page, true, `crawl-7 https://example.com/blog/${i}`),
    );
    const both = choices.filter((choice) => choice === "both").length;
    expect(both).toBeGreaterThan(350);
    expect(both).toBeLessThan(650);
    expect(decideRendering(proofs, page, true, "x")).toBe(decideRendering(proofs, page, true, "x"));
  });
});

describe("learn", () => {
  it("leaves what it was given as it is, and survives JSON", () => {
    const before = afterSame(1);
    const after = learn(before, page, false);
    expect(before).toEqual({ "/blog/{n}/*.html": { same: 1, differ: 0 } });
    expect(renderProofsSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual({ "/blog/{n}/*.html": { same: 1, differ: 1 } });
  });

  it("keeps a bounded number of patterns", () => {
    let proofs: RenderProofs = {};
    for (let i = 0; i < 600; i += 1)
      proofs = learn(proofs, `https://example.com/${i.toString(2).replaceAll("0", "a").replaceAll("1", "b")}/a`, true);
    expect(Object.keys(proofs)).toHaveLength(500);
  });

  it("refuses to read back what it never wrote", () => {
    expect(renderProofsSchema.safeParse({ "/": { same: -1, differ: 0 } }).success).toBe(false);
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
