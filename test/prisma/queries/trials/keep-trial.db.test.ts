import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { renewCrawlLease } from "#prisma/queries/crawls/crawl-lease.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { findTrial } from "#prisma/queries/trials/find-trial.ts";
import { keepTrial } from "#prisma/queries/trials/keep-trial.ts";
import { reuseTrial } from "#prisma/queries/trials/reuse-trial.ts";
import { startTrial } from "#prisma/queries/trials/start-trial.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { TRIAL_KEPT_MS, TRIAL_PAGES, TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";

const ADDRESS = "https://bakery.example/";
const SAID = { "/": ["recieve"], "/about": ["adress"] };

let desk: CrawlDesk;
let count = 0;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const dependencies = (now = new Date()) => ({ db: desk.db, queue: desk.queue, now });
const newTeam = () => seedTeam(desk.db, { email: `ann${++count}@harbour.example` });

async function start({ visitor = "visitor", address = `${ADDRESS}?${++count}` } = {}) {
  const { token } = await startTrial(dependencies(), { address, visitor, startUrl: ADDRESS, name: "Bakery" });
  const site = await desk.db.site.findFirstOrThrow({ where: { trials: { some: { address } } }, include: { crawls: true } });
  return { token, address, siteId: site.id, crawlId: site.crawls[0]?.id ?? "" };
}

async function read(crawlId: string) {
  const claim = await claimCrawl(desk.db, crawlId, new Date());
  if (!claim) throw new Error("The trial could not be taken.");
  await desk.visit(claim, SAID);
  return claim;
}

async function startFinished(visitor?: string) {
  const trial = await start(visitor === undefined ? {} : { visitor });
  await desk.record(await read(trial.crawlId));
  return trial;
}

async function keep(token: string, now?: Date) {
  const { teamId, email } = await newTeam();
  const kept = await keepTrial(dependencies(now), { token, teamId, email, timeZone: "Europe/Vienna" });
  return { teamId, email, siteId: kept?.siteId ?? null };
}

const jobsIn = (name: string, crawlId: string) =>
  desk.queue.findJobs(name, { key: crawlId, queued: true }).then((jobs) => jobs.length);

describe("startTrial", () => {
  it("queues a crawl of a few pages that mails no one and that the schedule leaves alone", async () => {
    const { siteId, crawlId } = await startFinished();
    const claim = await desk.db.crawl.findUniqueOrThrow({ where: { id: crawlId }, include: { site: true } });
    expect(claim).toMatchObject({
      reason: "trial",
      state: "finished",
      site: { teamId: TRIAL_TEAM_ID, pageLimit: TRIAL_PAGES },
    });
    expect(await desk.db.recipient.count({ where: { siteId } })).toBe(0);
    expect(await desk.db.delivery.count({ where: { siteId } })).toBe(0);
    await scheduleCrawls(desk.db, desk.queue, new Date(Date.now() + 10 * 86_400_000));
    expect(await desk.db.crawl.count({ where: { siteId } })).toBe(1);
    expect(await jobsIn("take-pictures", siteId)).toBe(0);
  });
});

describe("keepTrial", () => {
  it("moves the site with its pages and issues, and continues its crawl as the first one", async () => {
    const { token, siteId, crawlId } = await startFinished();
    const issues = await desk.db.issue.findMany({ where: { siteId }, orderBy: { id: "asc" } });
    expect(issues.map(({ text }) => text).sort()).toEqual(["adress", "recieve"]);
    const kept = await keep(token);
    expect(kept.siteId).toBe(siteId);
    const site = await desk.db.site.findUniqueOrThrow({ where: { id: siteId }, include: { recipients: true } });
    expect(site).toMatchObject({ teamId: kept.teamId, pausedBy: null, pageLimit: 100, timeZone: "Europe/Vienna" });
    expect(site.nextCrawlAt.getTime()).toBeGreaterThan(Date.now());
    expect(site.recipients.map(({ email }) => email)).toEqual([kept.email]);
    expect(await desk.db.issue.findMany({ where: { siteId }, orderBy: { id: "asc" } })).toEqual(issues);
    expect(await desk.db.trial.count({ where: { siteId } })).toBe(0);

    const claim = await claimCrawl(desk.db, crawlId, new Date());
    expect(claim).toMatchObject({ reason: "first", pageLimit: 100, losses: 0 });
    if (!claim) return;
    await desk.visit(claim, { "/bread": ["mornign"] });
    await desk.record(claim);
    const crawl = await desk.db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
    expect(crawl).toMatchObject({ state: "finished", reason: "first", pagesDone: 3, opened: 3 });
    const mails = await desk.db.delivery.findMany({ where: { siteId } });
    expect(mails.map(({ kind, email }) => `${kind} ${email}`)).toEqual([`first_report ${kept.email}`]);
    expect(await desk.db.issueEvent.count({ where: { siteId, quiet: false } })).toBe(0);
  });

  it("takes a crawl under way from its worker, and keeps what was read", async () => {
    const { token, siteId, crawlId } = await start();
    const claim = await read(crawlId);
    await keep(token);
    expect(await renewCrawlLease(desk.db, claim, null, new Date())).toBe(false);
    expect(await desk.record(claim)).toBeNull();
    const next = await claimCrawl(desk.db, crawlId, new Date());
    expect(next).toMatchObject({ reason: "first", losses: 0 });
    await desk.visit(claim, { "/late": ["mornign"] });
    expect(await desk.db.page.count({ where: { siteId } })).toBe(2);
  });

  it("leaves the result to other visitors under their own address", async () => {
    const ours = await startFinished("ann");
    const theirs = await reuseTrial(desk.db, { address: ours.address, visitor: "bob", now: new Date() });
    if (!theirs) throw new Error("The result was not shared.");
    expect(theirs.token).not.toBe(ours.token);
    await keep(ours.token);
    expect(await findTrial(desk.db, { token: ours.token, now: new Date() })).toBeNull();
    expect(await findTrial(desk.db, { token: theirs.token, now: new Date() })).toMatchObject({ state: "queued", findings: [] });
    const kept = await keep(theirs.token);
    expect(kept.siteId).not.toBeNull();
    expect(kept.siteId).not.toBe(ours.siteId);
  });

  it("reads nothing again for a visitor who tried the same address twice", async () => {
    const { token, address, siteId } = await startFinished("ann");
    await reuseTrial(desk.db, { address, visitor: "ann", now: new Date() });
    const before = await desk.db.site.count();
    expect((await keep(token)).siteId).toBe(siteId);
    expect(await desk.db.site.count()).toBe(before);
  });

  it("gives the site to one of two who keep the same result at the same moment", async () => {
    const { token, siteId } = await startFinished();
    const kept = await Promise.all([keep(token), keep(token)]);
    expect(kept.filter((one) => one.siteId === siteId)).toHaveLength(1);
    expect(kept.filter((one) => one.siteId === null)).toHaveLength(1);
  });

  it("refuses an expired or unknown result, a full plan, and does not add a site twice", async () => {
    const { token, siteId } = await startFinished();
    expect((await keep(token, new Date(Date.now() + TRIAL_KEPT_MS + 1))).siteId).toBeNull();
    expect((await keep("x".repeat(43))).siteId).toBeNull();
    const { teamId, email } = await newTeam();
    const other = await desk.db.site.create({
      data: { teamId, name: "Own", startUrl: "https://own.example/", crawlMinute: 0, pageLimit: 10, nextCrawlAt: new Date() },
    });
    const wanted = { token, teamId, email, timeZone: "UTC" };
    await expect(keepTrial(dependencies(), wanted)).rejects.toMatchObject({ code: "plan-limit" });
    await desk.db.site.update({ where: { id: other.id }, data: { startUrl: ADDRESS } });
    expect(await keepTrial(dependencies(), wanted)).toEqual({ siteId: other.id });
    expect(await desk.db.site.count({ where: { id: siteId, teamId: TRIAL_TEAM_ID } })).toBe(1);
  });
});
