import { describe, expect, it } from "vitest";
import { addressesOnSite } from "#worker/core/url/addresses-on-site.ts";

const START = "https://www.bakery.example/en/";

describe("addressesOnSite", () => {
  it.each([
    ["https://www.bakery.example/about", "https://www.bakery.example/about"],
    ["  bakery.example/about#team ", "https://www.bakery.example/about"],
    ["http://bakery.example/about/", "https://www.bakery.example/about/"],
    ["/about?page=2&utm_source=mail", "https://www.bakery.example/about?page=2"],
    ["<https://bakery.example/>", "https://www.bakery.example/"],
  ])("reads %s", (typed, likely) => {
    expect(addressesOnSite(typed, START).likely).toBe(likely);
  });

  it("names the forms in which the page may be on record", () => {
    expect(addressesOnSite("http://bakery.example/about", START).others).toEqual([
      "https://www.bakery.example/about/",
      "http://bakery.example/about",
      "http://bakery.example/about/",
    ]);
  });

  it.each([
    "https://other.example/",
    "//other.example/",
    "https://bakery.example:8443/",
    "https://bakery.example.evil.example/",
    "http://127.0.0.1/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "ann@bakery.example",
    "about us",
    "",
    `/${"a".repeat(9_000)}`,
    "/menu.pdf",
  ])("refuses %s", (typed) => {
    expect(() => addressesOnSite(typed, START)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  });
});
