import { describe, expect, it } from "vitest";
import { findHollowPages, itemOfRedirect, itemsOf, type PageBeforeAndNow } from "#worker/core/crawl/hollow-pages.ts";

const NAV = ["Home", "Bread", "Cake"];
/** Ten pages with a navigation and three texts of their own, which now have something else. */
const site = (now: (own: string[], page: number) => string[]): PageBeforeAndNow[] =>
  Array.from({ length: 10 }, (_, page) => {
    const own = ["first", "second", "third", "fourth"].map((text) => `${text} of ${page}`);
    return { url: String(page), before: [...NAV, ...own], now: now(own, page) };
  });

describe("findHollowPages", () => {
  it.each<[string, (own: string[], page: number) => string[]]>([
    ["a captcha", () => ["Show that you are a person.", "Type the letters"]],
    ["a notice within the navigation", () => [...NAV, "Cookies are off."]],
    ["a notice under each page's own heading", (own) => [...NAV, own[0] ?? "", "Cookies are off."]],
    ["nothing at all", () => []],
    ["a redirect to one address", () => [itemOfRedirect("https://bakery.example/wall?from=7")]],
  ])("finds all pages behind %s", (_what, now) => {
    expect(findHollowPages(site(now)).size).toBe(10);
  });

  it.each<[string, (own: string[], page: number) => string[]]>([
    ["unchanged", (own) => [...NAV, ...own]],
    ["a banner on all of them", (own) => ["Closed on Monday.", ...NAV, ...own]],
    ["another navigation", (own) => ["New", "menu", "for", "all", ...own]],
    ["new texts", (_own, page) => [...NAV, `one ${page}`, `two ${page}`, `three ${page}`, `four ${page}`]],
    ["half of their texts", (own) => [...NAV, ...own.slice(0, 2)]],
    ["redirects to new addresses", (_own, page) => [itemOfRedirect(`https://bakery.example/new/${page}`)]],
  ])("finds none where pages have %s", (_what, now) => {
    expect(findHollowPages(site(now)).size).toBe(0);
  });

  it("finds none among pages that had nothing of their own", () => {
    expect(findHollowPages(["a", "b", "c"].map((url) => ({ url, before: NAV, now: ["Wall"] }))).size).toBe(0);
  });
});

it("takes from a page its texts without titles and headings, and its links without their queries", () => {
  const blocks = [
    { kind: "title" as const, text: "Shop 7" },
    { kind: "heading" as const, text: "Our shop" },
    { kind: "paragraph" as const, text: "Ray 8f2a9b of 12 visitors" },
  ];
  const link = { href: "", text: "", rel: null, selector: "" };
  const links = [
    { ...link, element: "a", url: "https://bakery.example/wall?from=/list#top" },
    { ...link, element: "img", url: "https://bakery.example/photo.jpg" },
  ];
  expect(itemsOf(blocks, links, ({ text }) => text)).toEqual(["Ray 8f2a9b of 12 visitors", "to https://bakery.example/wall"]);
});
