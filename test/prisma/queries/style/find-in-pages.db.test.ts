import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReadingGrade } from "#prisma/queries/pages/find-reading-grade.ts";
import type { NewRule } from "#prisma/queries/style/add-house-rules.ts";
import { findInPages } from "#prisma/queries/style/find-in-pages.ts";
import { findRuleMatches } from "#prisma/queries/style/find-rule-matches.ts";
import { withinTime } from "#prisma/queries/style/within-time.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

type Site = Awaited<ReturnType<CrawlDesk["addSite"]>>;
let desk: CrawlDesk;
let site: Site;
let stranger: Site;
const SAID = {
  "/": ["utilise", "Fish & Chips", "100%_sure"],
  "/a": ["utilise", "utilised", "it’s ÜBERGUT", "<b>bold</b>"],
  "/b": ["Übergut"],
};
const all = Object.values(SAID).flat();

beforeAll(async () => {
  desk = await openCrawlDesk();
  site = await desk.addSite();
  stranger = await desk.addSite();
  await desk.crawl(site.siteId, { ...SAID, "/old": ["utilise antique"] }, { without: [...all, "utilise antique"] });
  // The page says something else now: what it said is on record, and on no page.
  await desk.crawl(site.siteId, { ...SAID, "/old": ["new"] }, { without: [...all, "new"], isRemoved: true });
});
afterAll(() => desk.close());

const find = (wanted: string, { teamId }: Site = site, take = 20, skip = 0) =>
  findInPages(desk.db, { teamId, wanted, skip, take });
const excerpts = async (wanted: string) => (await find(wanted)).found.map(({ excerpt, found }) => [excerpt, found]);

describe("findInPages", () => {
  it("finds a text on each page that says it now, with its sentence", async () => {
    const { found, total, pages } = await find("UTILISE");
    expect({ total, pages }).toEqual({ total: 3, pages: 2 });
    expect(found[0]).toMatchObject({
      url: "https://bakery.example/",
      siteName: "Harbour Bakery",
      excerpt: "A utilise stands here.",
      found: "utilise",
    });
    expect(await find("antique")).toEqual({ found: [], total: 0, pages: 0 });
  });

  it("gives one stretch after the other", async () => {
    const stretches = await Promise.all([0, 1, 2].map((skip) => find("utilise", site, 1, skip)));
    expect(stretches.map(({ found: [one] }) => one?.excerpt)).toEqual([
      "A utilise stands here.",
      "A utilise stands here.",
      "A utilised stands here.",
    ]);
  });

  it.each([
    ["fish & chips", [["A Fish & Chips stands here.", "Fish & Chips"]]],
    ["100%_", [["A 100%_sure stands here.", "100%_"]]],
    ["%", [["A 100%_sure stands here.", "%"]]],
    ["it's übergut", [["A it’s ÜBERGUT stands here.", "it’s ÜBERGUT"]]],
    ["<b>", [["A <b>bold</b> stands here.", "<b>"]]],
    ['\'; DROP TABLE "Block"; --', []],
    ["\\", []],
    ["   ", []],
    ["A  Fish\t& ", [["A Fish & Chips stands here.", "A Fish &"]]],
  ])("takes %j for what it is", async (wanted, expected) => expect(await excerpts(wanted)).toEqual(expected));

  it("knows the case of letters beyond ASCII", async () => {
    expect((await find("übergut")).pages).toBe(2);
  });

  it("finds nothing of another team", async () => {
    expect(await find("utilise", stranger)).toEqual({ found: [], total: 0, pages: 0 });
  });
});

const rule = (kind: NewRule["kind"], term: string, replacement = "", fields: Partial<NewRule> = {}): NewRule => {
  return { kind, term, replacement, forms: true, pages: [], exceptPages: [], ...fields };
};
const attempt = (rules: NewRule[], { teamId }: Site = site, elapsedMs = () => 0) =>
  findRuleMatches(desk.db, { teamId, rules, elapsedMs });

describe("findRuleMatches", () => {
  it("counts what rules would find now, and shows each sentence once with its page", async () => {
    const trial = await attempt([rule("avoid", "utilise", "use")]);
    expect(trial).toMatchObject({ matches: 3, pages: 2, lacking: 0, isPartial: false });
    expect(trial.samples.map(({ text, suggestion, url }) => [text, suggestion, url])).toEqual([
      ["utilise", "use", "https://bakery.example/"],
      ["utilised", "used", "https://bakery.example/a"],
    ]);
  });

  it("keeps to the rules' pages, and counts pages that lack a text", async () => {
    expect(await attempt([rule("avoid", "utilise", "use", { exceptPages: ["/a"] })])).toMatchObject({ matches: 1, pages: 1 });
    const trial = await attempt([rule("require", "fish & chips")]);
    expect(trial).toMatchObject({ matches: 0, lacking: 3 });
    expect(trial.lackingSamples[0]).toMatchObject({ text: "fish & chips", url: "https://bakery.example/a" });
  });

  it("keeps nothing, and sees nothing of another team", async () => {
    expect(await attempt([rule("avoid", "utilise"), rule("require", "x1")], stranger)).toMatchObject({
      matches: 0,
      lacking: 0,
    });
    expect(await desk.db.houseRule.count()).toBe(0);
    expect(await desk.db.block.count({ where: { styleVersion: { not: null } } })).toBe(0);
  });

  it("says that it is not whole when time is up", async () => {
    expect(await attempt([rule("avoid", "utilise"), rule("require", "x1")], site, () => 60_000)).toMatchObject({
      matches: 0,
      lacking: 0,
      isPartial: true,
    });
  });
});

describe("withinTime", () => {
  it("ends a statement that takes too long, in the user's words, and leaves others alone", async () => {
    const slow = withinTime(desk.db, 100, "Too slow.", (tx) => tx.$queryRaw`SELECT pg_sleep(20)`);
    await expect(slow).rejects.toMatchObject({ code: "unavailable", message: "Too slow." });
    const wrong = withinTime(desk.db, 100, "Too slow.", (tx) => tx.$queryRaw`SELECT nothing`);
    await expect(wrong).rejects.not.toMatchObject({ code: "unavailable" });
  });
});

describe("findReadingGrade", () => {
  it("is of what a page of the team says now", async () => {
    const wordy = Array.from({ length: 40 }, (_, index) => `considerable administrative responsibility number ${index}`);
    const own = await desk.addSite();
    await desk.crawl(own.siteId, { "/": wordy, "/short": ["word"] }, { without: [...wordy, "word"] });
    const pages = await desk.db.page.findMany({ where: { siteId: own.siteId }, orderBy: { url: "asc" } });
    const gradeOf = (pageId = "", { teamId, siteId }: Site = own) => findReadingGrade(desk.db, { teamId, siteId, pageId });
    expect(await gradeOf(pages[0]?.id)).toBeGreaterThan(12);
    expect(await gradeOf(pages[1]?.id)).toBeNull();
    expect(await gradeOf(pages[0]?.id, stranger)).toBeNull();
  });
});
