import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { addSite } from "#prisma/queries/sites/add-site.ts";
import { changeCrawlSettings } from "#prisma/queries/sites/change-crawl-settings.ts";
import { pauseSite } from "#prisma/queries/sites/pause-site.ts";
import { resumeSite } from "#prisma/queries/sites/resume-site.ts";
import { fitSitesToPlan } from "#prisma/queries/teams/fit-sites-to-plan.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";
import { PLANS, type PlanId } from "#worker/core/plans.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const OVER = { code: "plan-limit" };

describe("what a plan allows", () => {
  let database: TestDatabase;
  let db: Database;
  let queue: Queue;
  let team: SeededTeam;
  let people = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = database.db;
    queue = await createQueue(database.url, (error) => {
      throw error;
    });
  });
  afterAll(async () => {
    await queue?.stop({ graceful: false });
    await database?.drop();
  });
  beforeEach(async () => {
    people += 1;
    team = await seedTeam(db, { email: `person-${people}@harbour.example` });
  });

  const add = (host: string) =>
    addSite(
      { db, queue, now: NOW },
      { ...site, teamId: team.teamId, email: team.email.toUpperCase(), startUrl: `https://${host}.example/` },
    );
  const site = { name: "Harbour", timeZone: "Europe/Vienna", pageLimit: 50_000, language: "auto" };
  const setPlan = (plan: PlanId) =>
    db.$transaction(async (tx) => {
      await tx.team.update({ where: { id: team.teamId }, data: { plan } });
      await fitSitesToPlan(tx, { teamId: team.teamId, plan });
    });
  const sites = () => db.site.findMany({ where: { teamId: team.teamId }, orderBy: { id: "asc" } });
  const pausedBy = async () => (await sites()).map((each) => each.pausedBy);

  it("adds a site with its first crawl, the member as confirmed recipient, and pages within the plan", async () => {
    const { siteId, crawlId } = await add("harbour");
    const added = await db.site.findUniqueOrThrow({ where: { id: siteId }, include: { recipients: true, crawls: true } });
    expect(added).toMatchObject({ pageLimit: PLANS.free.pagesPerSite, pausedBy: null });
    expect(added.nextCrawlAt.getTime()).toBeGreaterThan(NOW.getTime());
    expect(added.crawls).toMatchObject([{ id: crawlId, reason: "first", state: "queued" }]);
    expect(added.recipients).toMatchObject([{ email: team.email, confirmedAt: NOW, unsubscribedAt: null }]);
    const jobs = await queue.findJobs<{ crawlId: string }>("crawl", { data: { crawlId } });
    expect(jobs).toHaveLength(1);
  });

  it("refuses a site beyond the plan's limit, also of two added at once", async () => {
    const outcomes = await Promise.allSettled([add("one"), add("two")]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(add("three")).rejects.toMatchObject(OVER);
    expect(await sites()).toHaveLength(1);
  });

  it("refuses the same address twice, and lets another team have it", async () => {
    await setPlan("pro");
    await add("twice");
    await expect(add("twice")).rejects.toMatchObject({ code: "conflict" });
    team = await seedTeam(db, { email: "other@harbour.example" });
    await expect(add("twice")).resolves.toBeDefined();
  });

  it("pauses excess sites after a downgrade, newest first, deletes nothing, and resumes them with a larger plan", async () => {
    await setPlan("pro");
    for (const host of ["a", "b", "c"]) await add(host);
    const before = await db.site.findMany({ where: { teamId: team.teamId }, include: { recipients: true, crawls: true } });
    await setPlan("free");
    expect(await pausedBy()).toEqual([null, "plan", "plan"]);
    const after = await db.site.findMany({ where: { teamId: team.teamId }, include: { recipients: true, crawls: true } });
    expect(after.map(({ pausedBy: _, ...rest }) => rest)).toEqual(before.map(({ pausedBy: _, ...rest }) => rest));
    await setPlan("free");
    expect(await pausedBy()).toEqual([null, "plan", "plan"]);
    await setPlan("pro");
    expect(await pausedBy()).toEqual([null, null, null]);
  });

  it("lets the owner choose which site stays active", async () => {
    await setPlan("pro");
    const first = await add("first");
    const second = await add("second");
    await setPlan("free");
    const { teamId } = team;
    const resume = () => resumeSite(db, { teamId, siteId: second.siteId, nextCrawlAt: () => NOW });
    await expect(resume()).rejects.toMatchObject(OVER);
    await pauseSite(db, { teamId, siteId: first.siteId });
    await resume();
    expect(await pausedBy()).toEqual(["owner", null]);
    await setPlan("pro");
    expect(await pausedBy()).toEqual(["owner", null]);
  });

  it("crawls no paused site, and no more often than the plan allows", async () => {
    const { siteId, crawlId } = await add("often");
    const { teamId } = team;
    const ask = (now: Date) => requestCrawl({ db, queue, now }, { teamId, siteId });
    expect(await ask(NOW)).toEqual({ crawlId, isNew: false });
    for (let count = 0; count < PLANS.free.requestedCrawlsPerDay; count += 1) {
      await db.crawl.updateMany({ where: { siteId }, data: { state: "finished" } });
      await ask(NOW);
    }
    await db.crawl.updateMany({ where: { siteId }, data: { state: "finished" } });
    await expect(ask(NOW)).rejects.toMatchObject(OVER);
    await expect(ask(new Date(NOW.getTime() + 86_400_001))).resolves.toBeDefined();
    await pauseSite(db, { teamId, siteId });
    await expect(ask(NOW)).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses more pages than the plan reads", async () => {
    const { siteId } = await add("pages");
    const settings = {
      timeZone: "UTC",
      crawlHour: 4,
      maxDepth: null,
      include: [],
      exclude: [],
    };
    const save = (pageLimit: number) =>
      changeCrawlSettings(db, { teamId: team.teamId, siteId, ...settings, pageLimit, nextCrawlAt: () => NOW });
    await expect(save(101)).rejects.toMatchObject(OVER);
    await save(100);
    expect(await db.site.findUniqueOrThrow({ where: { id: siteId } })).toMatchObject({ crawlHour: 4, nextCrawlAt: NOW });
  });
});
