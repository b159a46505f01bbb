import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { contentHashes, crawlTwoDays } from "./fake/crawl-two-days.ts";
import { type FakeAnswer, type FakePages, HOME, page } from "./fake/fake-web.ts";

const MENU = "Bread, cake, contact.";
const names = (count: number) =>
  Array.from({ length: count }, (_, at) => `/page-${"abcdefghijklmnopqrstuvwxyz"[at % 26]}${at}`);
/** A site with a front page and others, each with two texts of its own. */
function site(count: number): Record<string, string> {
  const others = names(count).map((path) => [path, page(MENU, `All about ${path}.`, `You will recieve ${path}.`)] as const);
  return { "/": page(MENU, "Welcome to the bakery.", "Fresh every morning.", ...names(count)), ...Object.fromEntries(others) };
}
const everywhere = (pages: FakePages, answer: (path: string) => FakeAnswer): FakePages =>
  Object.fromEntries(Object.keys(pages).map((path) => [path, answer(path)]));

const WALL = page("Please show that you are a person before you go on.", "Type the letters.");

describe("a site that shows one text everywhere", () => {
  it.each<[string, number, (path: string) => FakeAnswer]>([
    ["a captcha on a small site", 1, () => WALL],
    [
      "a notice under its own heading on a small site",
      1,
      (path) => page("We are back in an hour.").replace("<p>", `<h1>All about ${path}.</h1><p>`),
    ],
    ["a captcha", 20, () => WALL],
    [
      "a notice with another number each time",
      12,
      (path) => page(`Ray ${path.length}f${path.length * 7}. We are back in an hour.`),
    ],
    ["a notice under each page's own heading", 12, (path) => page(MENU, "Cookies are off.", `All about ${path}.`.slice(0, 9))],
    ["a redirect to a notice", 12, (path) => ({ to: `/wall?from=${path}` })],
    ["a captcha on a large site", 120, () => WALL],
  ])("is a failed crawl that changes nothing: %s", async (_what, count, answer) => {
    const pages = site(count);
    const wall = Object.fromEntries(Object.keys(pages).map((path) => [`/wall?from=${path}`, page("Cookies are off.")]));
    const { second, known } = await crawlTwoDays(pages, { ...everywhere(pages, answer), ...wall });
    expect(second.account).toMatchObject({ state: "failed", failure: { code: "same-text" } });
    expect(contentHashes(second)).toMatchObject(known);
    second.memory.startNextCrawl();
    const third = await crawlFakeWeb({ pages, memory: second.memory });
    expect(third.account).toMatchObject({ state: "finished", pages: { changed: 0, unchanged: count + 1 } });
  });

  it("says what it saw and what to do", async () => {
    const pages = site(5);
    const { second } = await crawlTwoDays(
      pages,
      everywhere(pages, () => WALL),
    );
    expect(second.account.failure?.message).toBe(
      "bakery.example showed the same text on every page: “Please show that you are a person before you go on”. We keep what we knew about your pages. If visitors see them as usual, allow “FlawlessBot” in your firewall.",
    );
    expect(second.account.notChecked.find(({ code }) => code === "same-text")?.count).toBe(6);
  });

  it("is found when the wall comes up in the middle of a crawl", async () => {
    const pages = site(200);
    let asked = 0;
    const after = everywhere(pages, (path) => pages[path] ?? "");
    for (const path of Object.keys(after)) {
      const usual = pages[path] ?? "";
      after[path] = () => (asked > 60 ? WALL : usual);
    }
    const { second } = await crawlTwoDays(pages, after, { onRequest: () => (asked += 1) });
    expect(second.account).toMatchObject({ state: "failed", failure: { code: "same-text" } });
    expect(second.fetched.length).toBeLessThan(160);
  });

  it("is believed once it has lasted for many days", async () => {
    const pages = site(12);
    const { second } = await crawlTwoDays(
      pages,
      everywhere(pages, () => WALL),
      { plan: { believesSameText: true } },
    );
    expect(second.account).toMatchObject({ state: "finished", pages: { changed: 13 } });
  });
});

describe("a site that changed", () => {
  it.each<[string, (pages: Record<string, string>) => FakePages]>([
    [
      "a new banner on all pages",
      (pages) => everywhere(pages, (path) => (pages[path] ?? "").replace("<body>", "<body><p>Closed today.</p>")),
    ],
    [
      "another text on all pages",
      (pages) =>
        everywhere(pages, (path) =>
          page("New menu.", `New at ${path}.`, `More of ${path}.`, ...(path === "/" ? names(20) : [])),
        ),
    ],
    [
      "some pages that are sold out",
      (pages) => ({
        ...pages,
        ...everywhere(Object.fromEntries(names(8).map((path) => [path, ""])), () => page(MENU, "Sold out.")),
      }),
    ],
    [
      "old addresses that lead to a new front page",
      (pages) => ({
        ...everywhere(pages, () => ({ to: "/" })),
        "/": page("We are new.", "Come in.", "One page for all.", "Bread.", "Cake."),
      }),
    ],
    [
      "two edited pages",
      (pages) => ({ ...pages, "/page-a0": page(MENU, "Other.", "Words."), "/page-b1": page(MENU, "More.", "News.") }),
    ],
  ])("is recorded as it is now: %s", async (_what, change) => {
    const pages = site(20);
    const { second, known } = await crawlTwoDays(pages, change(pages));
    expect(second.account).toMatchObject({ state: "finished", failure: null });
    expect(second.account.pages.changed + second.account.pages.skipped).toBeGreaterThan(0);
    expect(contentHashes(second)).not.toEqual(known);
    expect(second.faults).toEqual([]);
  });

  it("asks for the start page once more where a part of the pages became the same, and not on other days", async () => {
    const pages = site(20);
    const soldOut = Object.fromEntries(names(8).map((path) => [path, page(MENU, "Sold out.")]));
    const { second } = await crawlTwoDays(pages, { ...pages, ...soldOut });
    expect(second.fetched.filter((url) => url === HOME)).toHaveLength(2);
    const { second: quiet } = await crawlTwoDays(pages, pages);
    expect(quiet.fetched.filter((url) => url === HOME)).toHaveLength(1);
  });
});
