import { describe, expect, it } from "vitest";
import { siteName } from "#worker/core/view/sites/site-name.ts";

const URL = "https://harbour.example/";

describe("siteName", () => {
  it.each([
    ["Harbour Bakery", "Harbour Bakery"],
    ["Harbour Bakery | Fresh every day", "Harbour Bakery"],
    ["Home – Harbour Bakery", "Harbour Bakery"],
    ["Welcome | Harbour Bakery | Home", "Harbour Bakery"],
    ["Home Bakery", "Home Bakery"],
    ["Twenty-one", "Twenty-one"],
    ["Start-up news", "Start-up news"],
  ])("takes from “%s” the name %s", (title, name) => {
    expect(siteName(title, URL)).toBe(name);
  });

  it.each(["", "  ", "Home", "Homepage", " | ", "Untitled document"])("falls back to the address for “%s”", (title) => {
    expect(siteName(title, URL)).toBe("harbour.example");
  });

  it("is at most 100 characters long", () => {
    expect(siteName("x".repeat(300), URL)).toHaveLength(100);
  });
});
