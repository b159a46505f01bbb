import { describe, expect, it } from "vitest";
import { intendedAddress } from "#worker/core/url/intended-address.ts";

describe("intendedAddress", () => {
  it.each([
    ["www.partner.example", "https://www.partner.example"],
    ["www.partner.example/prices?x=1#top", "https://www.partner.example/prices?x=1#top"],
    ["WWW.Partner.Example/", "https://WWW.Partner.Example/"],
    [" www.partner.example\n", "https://www.partner.example"],
    ["www.müller.de/preise", "https://www.müller.de/preise"],
    ["www.partner.unheardof/a", "https://www.partner.unheardof/a"],
    ["www2.partner.example:8080/x", "https://www2.partner.example:8080/x"],
    ["partner.example", "https://partner.example"],
    ["partner.example/path", "https://partner.example/path"],
    ["partner.co.uk?ref=us", "https://partner.co.uk?ref=us"],
    ["firma.pl/oferta", "https://firma.pl/oferta"],
    ["facebook.com/bakery", "https://facebook.com/bakery"],
    ["shop.partner.de/a/b.html", "https://shop.partner.de/a/b.html"],
    ["https//partner.example/x", "https://partner.example/x"],
    ["http//www.partner.example", "http://www.partner.example"],
    ["https:/partner.example/x", "https://partner.example/x"],
    ["https:partner.example", "https://partner.example"],
    ["https;//partner.example", "https://partner.example"],
    ["https ://partner.example", "https://partner.example"],
    ["://partner.example/x", "https://partner.example/x"],
    ["“https://partner.example/x”", "https://partner.example/x"],
    ["%20https://partner.example/x", "https://partner.example/x"],
    ["<www.partner.example>", "https://www.partner.example"],
    ["info@bakery.example", "mailto:info@bakery.example"],
    ["ann.b+c@bakery.co.uk?subject=Bread", "mailto:ann.b+c@bakery.co.uk?subject=Bread"],
  ])("of %j is %s", (href, address) => {
    expect(intendedAddress(href)?.address).toBe(address);
  });

  it.each([
    ...[
      "https://partner.example/",
      "http://partner.example",
      "//partner.example/x",
      "/www.partner.example",
      "#www.partner.example",
      "prices.html?from=www.partner.example",
      "http.html#partner.example",
      "//www.partner.example",
      " https://a.example ",
    ],
    ...[
      "/about",
      "about",
      "about/",
      "../about",
      "./www",
      "#top",
      "?page=2",
      "",
      "bread/",
      "a/b/c.html",
      "/www.partner.example",
    ],
    ...[
      "index.html",
      "about.php?x=1",
      "order.do",
      "order.do?x=1",
      "readme.md",
      "search.pl?q=1",
      "main.css",
      "photo.jpg",
      "app.js",
    ],
    ...[
      "www.html",
      "www.css/x",
      "www.styles.css",
      "node.js/guide",
      "v1.2/guide",
      "2024.11/news",
      "jquery.min.js",
      "a.b",
      "file.tar.gz",
    ],
    ...[
      "mailto:info@bakery.example",
      "tel:+49123",
      "javascript:void(0)",
      "data:text/plain,x",
      "@ann",
      "user@",
      "@scope/pkg",
      "a@b",
    ],
    ...[
      "release-1.0.0",
      "Bread.Cake",
      "http://",
      "https:",
      "https:///",
      "http:/about",
      "https",
      "https//",
      `www.${"a.".repeat(2_000)}`,
    ],
  ])("is not known for %j", (href) => {
    expect(intendedAddress(href)).toBeNull();
  });

  it("takes no long time for any text", () => {
    const before = performance.now();
    for (const text of [`${"a".repeat(2_400)}!`, "a.".repeat(1_200), `www.${"a-".repeat(1_200)}`, `${"a.".repeat(1_200)}@`])
      for (let times = 0; times < 20; times += 1) intendedAddress(text);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
