import { describe, expect, it } from "vitest";
import { siteLabel } from "#worker/core/view/sites/site-label.ts";

describe("siteLabel", () => {
  it.each([
    ["Harbour Bakery", "https://www.bakery.example/", "Harbour Bakery (bakery.example)"],
    ["Harbour Bakery", "https://bakery.example/de/", "Harbour Bakery (bakery.example/de)"],
    ["bakery.example", "https://www.bakery.example/", "bakery.example"],
    ["Bakery.example shop", "https://bakery.example/", "Bakery.example shop"],
  ])("names %s at %s", (name, startUrl, label) => {
    expect(siteLabel(name, startUrl)).toBe(label);
  });
});
