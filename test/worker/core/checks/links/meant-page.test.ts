import { describe, expect, it } from "vitest";
import { makeFindMeantPage } from "#worker/core/checks/links/meant-page.ts";

const SITE = "https://bakery.example";

function meant(target: string, pages: string[]): string | null {
  return makeFindMeantPage(pages.map((path) => ({ url: new URL(path, SITE).href })))(new URL(target, SITE).href);
}

describe("makeFindMeantPage", () => {
  it.each([
    ["/Opening-Hours.html", "/opening-hours.html", "other letter case"],
    ["/bread.htm", "/bread.html", "another ending"],
    ["/bread/", "/bread.php", "a folder for a file"],
    ["/our_bread", "/our-bread", "other signs between words"],
    ["/our%20bread/", "/our-bread/", "a space between words"],
    ["/cafe", "/caf%C3%A9", "an accent left out"],
    ["/bread/index.html", "/bread", "the index page of a folder"],
    ["//www.bakery.example/Bread", "/bread", "another host name for the site"],
    ["/breads", "/bread", "a letter too many"],
    ["/oder-here", "/order-here", "a letter too few"],
    ["/breda-and-cake", "/bread-and-cake", "two letters swapped"],
    ["/old/opening-hours", "/about/opening-hours", "a page that moved to another folder"],
    ["/bread#rye", "/bread.html#rye", "an anchor"],
  ])("%s means %s: %s", (target, page) => {
    const { href } = new URL(page, SITE);
    expect(meant(target, [href.split("#", 1)[0] ?? "", "/contact", "/cake/almond"])).toBe(href);
  });

  it.each([
    ["/menu", ["/", "/bread"], "nothing is near"],
    ["/news-2023", ["/news-2024"], "numbers tell pages apart"],
    ["/plan-a-for-you", ["/plan-b-for-you"], "single letters tell pages apart"],
    ["/Bread", ["/bread", "/bread.html"], "two pages could be meant"],
    ["/breadt", ["/breads", "/bread"], "two pages are one letter away"],
    ["/fr/opening-hours", ["/en/opening-hours"], "the page is in another language"],
    ["/old/contact", ["/new/contact"], "a short name may mean anything"],
    ["https://mill.example/bread", ["/bread"], "the page is on another site"],
    ["/bread", ["/bread"], "it is the page itself"],
    ["/brad", ["/bread"], "the name is too short to be sure"],
    ["/list?Page=2", ["/list?page=2"], "servers tell queries apart by letter case"],
    ["mailto:bread@bakery.example", ["/bread"], "it is no address of a page"],
    ["/%E0%A4%A", ["/bread"], "the address is badly encoded"],
  ])("finds nothing for %s among %j: %s", (target, pages) => {
    expect(meant(target, pages)).toBeNull();
  });

  it("answers for a folder of a hundred thousand pages", () => {
    const pages = Array.from({ length: 100_000 }, (_, at) => ({ url: `${SITE}/shop/item-${at}` }));
    const find = makeFindMeantPage(pages);
    for (let at = 0; at < 1_000; at += 1) expect(find(`${SITE}/shop/Item-${at}`)).toBe(`${SITE}/shop/item-${at}`);
    expect(find(`${SITE}/shop/itm-7`)).toBeNull();
  });
});
