import { describe, expect, it } from "vitest";
import { hostLine, makeIsIgnored } from "#worker/core/url/ignored-links.ts";

describe("makeIsIgnored", () => {
  it.each([
    ["example.com", "https://example.com/"],
    ["example.com", "http://www.example.com/a?b#c"],
    ["www.example.com", "https://example.com/a"],
    ["https://Example.com", "https://example.com/a"],
    ["example.com:8080", "http://example.com:8080/a"],
    ["müller.example", "https://müller.example/a"],
    ["*.example.com", "https://shop.example.com/a"],
    ["*.example.com", "https://example.com/a"],
    ["https://example.com/old", "https://example.com/old"],
    ["https://example.com/old", "http://www.example.com/old#place"],
    ["example.com/old", "https://example.com/old/"],
    ["example.com/", "https://example.com/"],
    ["https://example.com/a#place", "https://example.com/a#place"],
    ["example.com/shop/*", "https://example.com/shop/1?x=2"],
    ["*.pdf", "https://anything.example/Menu.PDF"],
    ["*/wp-admin/*", "https://example.com/wp-admin/edit"],
    ["*?share=*", "https://example.com/a?share=x"],
    ["example.com/caf%c3%a9", "https://example.com/café"],
    ["mailto:ann@example.com", "mailto:ann@example.com"],
    ["mailto:*", "mailto:ann"],
    ["tel:*", "tel:x"],
    ["tel:+49 30 1", "tel:+49 30 1"],
    ["mailto:büro@example.com", "mailto:büro@example.com"],
    ["http://exa mple.com", "http://exa mple.com"],
    ["http://exa mple.com/a", "http://exa mple.com/a"],
    ["http://", "http://"],
    ["htp://example.com", "htp://example.com"],
  ])("%s covers %s", (line, target) => {
    expect(makeIsIgnored(["other.example", line])(target)).toBe(true);
  });

  it.each([
    ["example.com", "https://shop.example.com/"],
    ["example.com", "https://notexample.com/"],
    ["example.com", "https://example.com.evil.example/"],
    ["example.com", "https://other.example/?to=example.com"],
    ["*.example.com", "https://notexample.com/"],
    ["https://example.com/old", "https://example.com/older"],
    ["https://example.com/old", "https://example.com/old?x=1"],
    ["https://example.com/a#place", "https://example.com/a"],
    ["example.com/shop/*", "https://example.com/shopping"],
    ["*.pdf", "https://example.com/pdf"],
    ["", "https://example.com/"],
    ["http://", "https://example.com/"],
    ["*.example.com", "mailto:ann@mail.example.com"],
    ["example.com", "mailto:ann@example.com"],
    ["(a+)+$", "https://example.com/aaaa"],
  ])("%s does not cover %s", (line, target) => {
    expect(makeIsIgnored([line])(target)).toBe(false);
  });
});

describe("hostLine", () => {
  it("returns the line for a target's host", () => {
    expect(hostLine("https://www.example.com/a#b")).toBe("example.com");
    expect(hostLine("http://example.com:8080/")).toBe("example.com:8080");
    expect(hostLine("mailto:a@b.example")).toBeNull();
    for (const target of ["https://www.example.com/a#b", "http://example.com:8080/", "https://müller.example/x"])
      expect(makeIsIgnored([hostLine(target) ?? ""])(target)).toBe(true);
  });
});
