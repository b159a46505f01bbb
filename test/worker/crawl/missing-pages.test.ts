import { describe, expect, it } from "vitest";
import { crawlFakeWeb } from "./fake/crawl-fake-web.ts";
import { contentHashes, crawlTwoDays } from "./fake/crawl-two-days.ts";
import { type FakeAnswer, type FakePages, failing, page } from "./fake/fake-web.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const names = (count: number) => Array.from({ length: count }, (_, at) => `/loaf-${LETTERS[at % 26]}${at}`);
/** A shop whose front page links to all its loaves, which have texts of their own. */
function shop(count: number): Record<string, string> {
  const loaves = names(count).map((path) => [path, page("/", "Our loaves.", `You will recieve ${path}.`)] as const);
  return { "/": page("Welcome to the bakery.", ...names(count)), ...Object.fromEntries(loaves) };
}
const all = (paths: readonly string[], answer: FakeAnswer): FakePages =>
  Object.fromEntries(paths.map((path) => [path, answer]));
const NOT_THERE = failing("not-found", 404);
const NO_PAGE = failing("not-html", 200);

describe("a site of which most pages are suddenly missing", () => {
  it.each<[string, number, FakeAnswer]>([
    ["not found on a small site", 3, NOT_THERE],
    ["not found", 20, NOT_THERE],
    ["gone for good, it says", 20, failing("not-found", 410)],
    ["not found on a large site", 130, NOT_THERE],
    ["redirects to the front page", 20, { to: "/" }],
    ["redirects to the front page of a large site", 130, { to: "/" }],
    ["redirects to another page", 20, { to: "/sign-in" }],
    ["served as downloads", 20, NO_PAGE],
  ])("is a failed crawl that changes nothing: %s", async (_what, count, answer) => {
    const pages = { ...shop(count), "/sign-in": page("Sign in.", "Your name.") };
    const { second, known } = await crawlTwoDays(pages, { ...pages, ...all(names(count), answer) });
    expect(second.account).toMatchObject({ state: "failed", failure: { code: "pages-missing" } });
    expect(contentHashes(second)).toMatchObject(known);
    second.memory.startNextCrawl();
    const third = await crawlFakeWeb({ pages, memory: second.memory });
    expect(third.account).toMatchObject({ state: "finished", pages: { changed: 0, gone: 0 } });
    expect(contentHashes(third)).toMatchObject(known);
  });

  it("says how many, and what we do", async () => {
    const { second } = await crawlTwoDays(shop(9), { ...shop(9), ...all(names(8), NOT_THERE) });
    expect(second.account.failure?.message).toBe(
      "8 of the 10 pages that we know on bakery.example are suddenly missing, such as https://bakery.example/loaf-a0, and other pages still link to them. We keep what we knew and look again at the next crawl. If you removed them, you need not do anything.",
    );
    expect(second.account.notChecked.find(({ code }) => code === "pages-missing")?.count).toBe(8);
  });

  it.each([
    ["most pages", names(20)],
    ["the front page", ["/"]],
  ])("is read as usual where it is back a moment later: %s", async (_what, paths) => {
    const pages = shop(20);
    const late = (path: string) => (before: number) => (before === 0 ? NOT_THERE : (pages[path] ?? NOT_THERE));
    const { second, known } = await crawlTwoDays(pages, {
      ...pages,
      ...Object.fromEntries(paths.map((path) => [path, late(path)])),
    });
    expect(second.account).toMatchObject({ state: "finished", failure: null, pages: { unchanged: 21, gone: 0 } });
    expect(contentHashes(second)).toEqual(known);
    expect(second.faults).toEqual([]);
  });

  it("is believed at the second look", async () => {
    const options = { plan: { believesMissing: true } };
    const { second } = await crawlTwoDays(shop(20), { ...shop(20), ...all(names(20), NOT_THERE) }, options);
    expect(second.account).toMatchObject({ state: "finished", pages: { gone: 20 } });
  });

  it("is found where only one kind of page is missing and its lists still link to it", async () => {
    const lists = {
      "/": page("Welcome.", "/white", "/dark"),
      "/white": page("White.", ...names(6)),
      "/dark": page("Dark.", "/"),
    };
    const { second } = await crawlTwoDays({ ...shop(6), ...lists }, { ...lists, ...all(names(6), NOT_THERE) });
    expect(second.account.failure?.code).toBe("pages-missing");
  });
});

describe("a site that lost pages", () => {
  const pages = shop(20);
  it.each<[string, FakePages, FakePages]>([
    [
      "removed, with the links to them",
      pages,
      { ...all(names(20), NOT_THERE), "/": page("We are new.", "/menu"), "/menu": page("Menu.") },
    ],
    ["a few that are still linked", pages, { ...pages, ...all(names(5), NOT_THERE) }],
    ["two of three", shop(2), { ...shop(2), ...all(names(2), NOT_THERE) }],
    [
      "moved, each to its own address",
      pages,
      {
        ...pages,
        ...Object.fromEntries(
          names(20).flatMap((path) => [
            [path, { to: `/new${path}` }],
            [`/new${path}`, page(`All of ${path}.`)],
          ]),
        ),
      },
    ],
  ])("is recorded as it is now: %s", async (_what, before, after) => {
    const { second, known } = await crawlTwoDays(before, after);
    expect(second.account).toMatchObject({ state: "finished", failure: null });
    expect(second.account.pages.gone + second.account.pages.skipped).toBeGreaterThan(0);
    expect(contentHashes(second)).not.toEqual(known);
    expect(second.faults).toEqual([]);
  });

  it("is recorded for single pages that a person asked for", async () => {
    const onlyPages = names(4).map((path) => ({ url: `https://bakery.example${path}`, depth: 1, source: "known" as const }));
    const { second } = await crawlTwoDays(pages, { ...pages, ...all(names(20), NOT_THERE) }, { plan: { onlyPages } });
    expect(second.account).toMatchObject({ state: "finished", pages: { gone: 4 } });
  });
});
