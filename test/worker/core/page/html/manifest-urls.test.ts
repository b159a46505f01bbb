import { describe, expect, it } from "vitest";
import { manifestUrls } from "#worker/core/page/html/manifest-urls.ts";

describe("manifestUrls", () => {
  it("returns the distinct pictures of a web app manifest", () => {
    const manifest = {
      name: "The Bakery",
      start_url: "/",
      icons: [{ src: "/small.png", sizes: "48x48" }, { src: "large.png" }],
      screenshots: [{ src: "/shop.jpg" }],
      shortcuts: [{ name: "Order", url: "/order", icons: [{ src: "/small.png" }, { src: "/order.svg" }] }],
    };
    expect(manifestUrls(JSON.stringify(manifest))).toEqual(["/small.png", "large.png", "/shop.jpg", "/order.svg"]);
  });

  it.each(["", "no JSON", "null", "[]", '{"icons": "none"}', '{"icons": [{"sizes": "any"}]}', '{"icons": [{"src": ""}]}'])(
    "returns none for %j",
    (text) => {
      expect(manifestUrls(text)).toEqual([]);
    },
  );
});
