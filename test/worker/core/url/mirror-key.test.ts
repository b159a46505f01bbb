import { describe, expect, it } from "vitest";
import { mirrorKey } from "#worker/core/url/mirror-key.ts";

describe("mirrorKey", () => {
  it.each([
    ["https://a.example/", "http://www.a.example/index.html"],
    ["https://a.example/en/", "https://a.example/en"],
    ["https://a.example/About", "https://a.example/about/"],
    ["https://a.example/x?b=1&a=2", "https://a.example/x?a=2&b=1"],
    ["https://a.example/shop/", "https://a.example/shop/Default.aspx"],
  ])("is one for %s and %s", (one, other) => expect(mirrorKey(one)).toBe(mirrorKey(other)));

  it.each([
    ["https://a.example/", "https://b.example/"],
    ["https://a.example/", "https://a.example:8443/"],
    ["https://a.example/x?a=1", "https://a.example/x?a=2"],
    ["https://a.example/", "https://a.example/home"],
  ])("is two for %s and %s", (one, other) => expect(mirrorKey(one)).not.toBe(mirrorKey(other)));
});
