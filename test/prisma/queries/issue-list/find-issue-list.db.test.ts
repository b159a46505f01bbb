import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { findIssueList, findMatchingIssues } from "#prisma/queries/issue-list/find-issue-list.ts";
import { weighIssues } from "#prisma/queries/issues/recording/weigh-issues.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

const NOW = new Date("2026-11-29T12:00:00Z");
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

type Planted = {
  text: string;
  site: "bakery" | "cafe" | "theirs";
  paths: string[];
  rule?: string;
  state?: "open" | "reopened" | "fixed" | "ignored" | "snoozed" | "unconfirmed" | "recurring";
  confidence?: number;
  age?: number;
  assigneeId?: string;
  selector?: string;
};

describe("findIssueList", () => {
  let database: TestDatabase;
  let db: Database;
  let teamId: string;
  let userId: string;
  const siteIds: Record<string, string> = {};
  const pageIds: Record<string, string> = {};

  beforeAll(async () => {
    database = await createTestDatabase();
    db = database.db;
    const own = await seedTeam(db, { email: "own@harbour.example" });
    const other = await seedTeam(db, { email: "other@elsewhere.example" });
    ({ teamId, userId } = own);
    for (const [name, team] of [
      ["bakery", own],
      ["cafe", own],
      ["theirs", other],
    ] as const) {
      const startUrl = `https://${name}.example/`;
      const site = await db.site.create({
        data: { teamId: team.teamId, name, startUrl, crawlMinute: 1, pageLimit: 10, nextCrawlAt: NOW },
      });
      siteIds[name] = site.id;
      await db.crawl.createMany({
        data: [
          {
            siteId: site.id,
            reason: "first",
            state: "finished",
            queuedAt: daysAgo(90),
            startedAt: daysAgo(90),
            finishedAt: daysAgo(90),
          },
          {
            siteId: site.id,
            reason: "scheduled",
            state: "finished",
            queuedAt: daysAgo(1),
            startedAt: daysAgo(1),
            finishedAt: daysAgo(1),
          },
        ],
      });
    }
    const planted: Planted[] = [
      { text: "recieve", site: "bakery", paths: ["/", "/blog/one"], selector: "body > header > h1" },
      { text: "recieve", site: "cafe", paths: ["/shop/a", "/shop/b", "/shop/c"], state: "reopened" },
      { text: "recieve", site: "theirs", paths: ["/"] },
      { text: "a hour", site: "bakery", paths: ["/blog/one"], rule: "grammar/article", age: 0.5 },
      { text: "an user", site: "cafe", paths: ["/"], rule: "grammar/article", age: 20, assigneeId: userId },
      { text: "maybe", site: "bakery", paths: ["/shop/x"], confidence: 0.4, age: 5 },
      { text: "https://gone.example/", site: "bakery", paths: ["/"], rule: "links/not-found", state: "unconfirmed" },
      { text: "teh", site: "bakery", paths: ["/"], state: "fixed" },
      { text: "100%_sure", site: "cafe", paths: ["/blog/100%25_off"], state: "ignored" },
      { text: "later", site: "cafe", paths: ["/"], state: "snoozed" },
      { text: "rotates", site: "cafe", paths: ["/"], state: "recurring" },
    ];
    for (const issue of planted) await plant(issue);
    const all = await db.issue.findMany({ select: { id: true } });
    await weighIssues(
      db,
      all.map(({ id }) => id),
    );
  });
  afterAll(() => database.drop());

  async function plant({
    text,
    site,
    paths,
    rule = "spelling/unknown-word",
    state = "open",
    confidence = 0.9,
    age = 60,
    ...more
  }: Planted) {
    const siteId = siteIds[site] ?? "";
    const excerpt = `Here ${text} is in a sentence.`;
    const occurrences = [];
    for (const path of paths) {
      const url = `https://${site}.example${path}`;
      const page = await db.page.upsert({
        where: { siteId_url: { siteId, url } },
        create: { siteId, url, depth: path === "/" ? 0 : 1 },
        update: {},
      });
      pageIds[url] = page.id;
      occurrences.push({ pageId: page.id, selector: more.selector ?? "main > p", excerpt });
    }
    await db.issue.create({
      data: {
        siteId,
        fingerprint: `${text} ${rule}`,
        check: rule.split("/")[0] ?? "",
        rule,
        severity: "error",
        confidence,
        message: `Something about ${text}.`,
        text,
        subject: text.toLowerCase(),
        suggestions: [],
        excerpt,
        state,
        openedAt: daysAgo(age),
        assigneeId: more.assigneeId ?? null,
        occurrences: { create: occurrences },
      },
    });
  }
  const find = (search: Record<string, string>, site?: string) =>
    findIssueList(db, { teamId, siteId: site && siteIds[site], query: parseIssueListQuery(search), now: NOW });
  const texts = async (search: Record<string, string>, site?: string) =>
    (await find(search, site)).groups.flatMap(({ issues }) => issues.map(({ text, siteName }) => `${text} ${siteName}`)).sort();

  it("lists the open and certain issues of all sites of the team alone, or of one", async () => {
    expect(await texts({})).toEqual(["a hour bakery", "an user cafe", "recieve bakery", "recieve cafe"]);
    expect(await texts({}, "cafe")).toEqual(["an user cafe", "recieve cafe"]);
    expect(await texts({ site: siteIds.bakery ?? "" })).toEqual(["a hour bakery", "recieve bakery"]);
    expect(await texts({ site: siteIds.theirs ?? "" })).toEqual([]);
    expect(await texts({}, "theirs")).toEqual([]);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ check: "grammar" }, ["a hour bakery", "an user cafe"]],
    [{ rule: "grammar/article", age: "new" }, ["a hour bakery"]],
    [{ rule: "grammar/nothing" }, []],
    [{ state: "hints" }, ["https://gone.example/ bakery", "maybe bakery"]],
    [{ confidence: "all", check: "links" }, ["https://gone.example/ bakery"]],
    [{ state: "fixed" }, ["teh bakery"]],
    [{ state: "ignored" }, ["100%_sure cafe"]],
    [{ state: "snoozed" }, ["later cafe"]],
    [{ state: "recurring" }, ["rotates cafe"]],
    [{ age: "new" }, ["a hour bakery"]],
    [{ age: "week" }, ["a hour bakery"]],
    [{ age: "month" }, ["a hour bakery", "an user cafe"]],
    [{ age: "older" }, ["recieve bakery", "recieve cafe"]],
    [{ section: "blog" }, ["a hour bakery", "recieve bakery"]],
    [{ section: "" }, ["an user cafe", "recieve bakery"]],
    [{ section: "sho" }, []],
    [{ assignee: "none" }, ["a hour bakery", "recieve bakery", "recieve cafe"]],
  ])("filters by %j", async (search, expected) => {
    expect(await texts(search)).toEqual(expected);
  });

  it("filters by the member to whom issues are assigned, and by page", async () => {
    expect(await texts({ assignee: userId })).toEqual(["an user cafe"]);
    expect(await texts({ pageId: pageIds["https://bakery.example/blog/one"] ?? "" })).toEqual([
      "a hour bakery",
      "recieve bakery",
    ]);
    expect(await texts({ pageId: pageIds["https://theirs.example/"] ?? "" })).toEqual([]);
  });

  it.each<[string, string[]]>([
    ["RECIEVE", ["recieve bakery", "recieve cafe"]],
    ["hour is in a", ["a hour bakery"]],
    ["something about an user", ["an user cafe"]],
    ["/shop/b", ["recieve cafe"]],
    ["blog", ["a hour bakery", "recieve bakery"]],
    ["re", ["recieve bakery", "recieve cafe"]],
    ["%", []],
    ["cafe.example recieve", []],
  ])("finds %j in words, sentences, messages and addresses", async (q, expected) => {
    expect(await texts({ q })).toEqual(expected);
  });

  it("takes signs in a search as they are", async () => {
    expect(await texts({ q: "100%_s", state: "ignored" })).toEqual(["100%_sure cafe"]);
    expect(await texts({ q: "100_%s", state: "ignored" })).toEqual([]);
    expect(await texts({ q: String.raw`\%`, state: "ignored" })).toEqual([]);
  });

  it("sorts by what matters: a heading of the start page before three lower pages, before one", async () => {
    const list = await find({});
    const [all] = list.groups;
    expect(all?.issues.map(({ text, siteName }) => `${text} ${siteName}`)).toEqual([
      "recieve bakery",
      "recieve cafe",
      "an user cafe",
      "a hour bakery",
    ]);
    expect(all?.issues[0]).toMatchObject({ pageCount: 2, page: { url: "https://bakery.example/" } });
  });

  it.each<[string, string[]]>([
    ["newest", ["a hour", "an user", "recieve", "recieve"]],
    ["a-z", ["a hour", "an user", "recieve", "recieve"]],
    ["page", ["recieve", "a hour", "an user", "recieve"]],
  ])("sorts by %s", async (sort, expected) => {
    expect((await find({ sort })).groups[0]?.issues.map(({ text }) => text)).toEqual(expected);
  });

  it("groups by mistake over the sites, and by page", async () => {
    const { groups, pagedTotal } = await find({ group: "mistake" });
    const shown = groups.map(({ count, sites, pages, issues }) => ({ count, sites, pages, text: issues[0]?.text }));
    expect(shown[0]).toEqual({ count: 2, sites: 2, pages: 5, text: "recieve" });
    expect(pagedTotal).toBe(3);
    const [first] = groups;
    expect(await texts({ mistake: first?.key ?? "" })).toEqual(["recieve bakery", "recieve cafe"]);
    const byPage = (await find({ group: "page" })).groups;
    expect(byPage.map(({ issues }) => issues[0]?.page?.url).sort()).toEqual([
      "https://bakery.example/",
      "https://bakery.example/blog/one",
      "https://cafe.example/",
      "https://cafe.example/shop/a",
    ]);
  });

  it("counts what each other choice would show", async () => {
    const { counts, total } = await find({ check: "spelling" });
    expect(total).toBe(2);
    expect(counts?.states).toEqual({ open: 2, recurring: 1, snoozed: 1, ignored: 1, fixed: 1 });
    expect(counts?.confidences).toEqual({ sure: 2, hints: 1, all: 3 });
    expect(counts?.checks).toContainEqual({ check: "grammar", count: 2 });
    expect((await find({ q: "recieve" })).counts?.checks).toContainEqual({ check: "grammar", count: 0 });
  });

  it("marks what the last crawl found as new, and takes as many as one decision may change", async () => {
    const issues = await findMatchingIssues(db, { teamId, query: parseIssueListQuery({}), now: NOW }, 3);
    expect(issues).toHaveLength(3);
    expect((await find({})).groups[0]?.issues.filter(({ isNew }) => isNew).map(({ text }) => text)).toEqual(["a hour"]);
  });

  it("pages without gaps or repeats", async () => {
    const query = parseIssueListQuery({});
    const whole = await findMatchingIssues(db, { teamId, query, now: NOW }, 500);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(4);
    expect((await find({ page: "2" })).groups[0]?.issues).toEqual([]);
  });
});
