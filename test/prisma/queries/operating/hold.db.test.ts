import { afterAll, beforeAll, expect, it } from "vitest";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { hold, release } from "#prisma/queries/operating/hold.ts";
import { recordLook } from "#prisma/queries/operating/record-look.ts";
import { findActivity } from "#prisma/queries/people/find-activity.ts";
import { addSite } from "#prisma/queries/sites/add-site.ts";
import { findFrame } from "#prisma/queries/teams/find-frame.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";

const now = new Date("2026-11-29T12:00:00Z");
const acting = { operator: "op@flawless.example", now };
const reason = "The site’s owner asked us to stop";

let test: TestDatabase;
let queue: Queue;
let ann: SeededTeam;
let bob: SeededTeam;

beforeAll(async () => {
  test = await createTestDatabase();
  queue = await createQueue(test.url, (error) => {
    throw error;
  });
  ann = await seedTeam(test.db, { email: "ann@harbour.example", plan: "pro" });
  bob = await seedTeam(test.db, { email: "bob@elsewhere.example" });
});
afterAll(async () => {
  await queue?.stop({ graceful: false });
  await test?.drop();
});

const addSiteOf = async ({ teamId }: SeededTeam) => {
  const { siteId } = await addTestSite(test.db);
  await test.db.site.update({ where: { id: siteId }, data: { teamId } });
  return siteId;
};
const activitiesOf = async (teamId: string) => {
  const { activities } = await findActivity(test.db, { teamId, skip: 0, take: 50 });
  return activities.map(({ kind, detail, isPerson }) => [kind, detail, isPerson]);
};

it("pauses one site: its crawl stops, none starts, and the team reads why", async () => {
  const siteId = await addSiteOf(ann);
  const neighbour = await addSiteOf(ann);
  const { teamId } = ann;
  await test.db.site.updateMany({ data: { nextCrawlAt: now } });
  const running = await test.db.crawl.create({ data: { siteId, reason: "scheduled", state: "running", attempts: 1 } });
  await expect(hold(test.db, { ...acting, teamId: bob.teamId, siteId, reason })).rejects.toMatchObject({ code: "not-found" });
  await hold(test.db, { ...acting, teamId, siteId, reason });
  expect(await test.db.crawl.findUniqueOrThrow({ where: { id: running.id } })).toMatchObject({
    state: "cancelled",
    finishedAt: now,
  });
  expect(await scheduleCrawls(test.db, queue, now)).toBe(1);
  expect(await test.db.crawl.count({ where: { siteId: neighbour, state: "queued" } })).toBe(1);
  await expect(requestCrawl({ db: test.db, queue, now }, { teamId, siteId })).rejects.toMatchObject({
    code: "conflict",
    message: `We paused this site. Our reason: ${reason}. Write to us, and we resume it as soon as we can.`,
  });
  // One that was queued at the same moment waits.
  const raced = await test.db.crawl.create({ data: { siteId, reason: "requested", queuedAt: new Date(0) } });
  await test.db.crawl.deleteMany({ where: { siteId: neighbour } });
  expect(await claimCrawl(test.db, raced.id, now)).toBeNull();
  expect(await rescueCrawls(test.db, queue, now)).toBe(0);

  await release(test.db, { ...acting, teamId, siteId });
  await release(test.db, { ...acting, teamId, siteId });
  expect(await rescueCrawls(test.db, queue, now)).toBe(1);
  expect(await claimCrawl(test.db, raced.id, now)).toMatchObject({ siteId });
  expect(await activitiesOf(teamId)).toEqual([
    ["operator_site_released", "", false],
    ["operator_site_held", reason, false],
  ]);
  expect(await activitiesOf(bob.teamId)).toEqual([]);
  const log = await test.db.operatorAction.findMany({ where: { siteId }, orderBy: { id: "asc" } });
  expect(log.map(({ kind, operator, reason: why, before, after }) => [kind, operator, why, before, after])).toEqual([
    ["site_held", acting.operator, reason, "running", "paused"],
    ["site_released", acting.operator, "", `paused (${reason})`, "running"],
  ]);
});

it("pauses a team: no site of it is crawled or added, and others are not touched", async () => {
  await test.db.crawl.deleteMany();
  const own = await addSiteOf(ann);
  const others = await addSiteOf(bob);
  const { teamId } = ann;
  const queued = await test.db.crawl.create({ data: { siteId: own, reason: "scheduled" } });
  const going = await test.db.crawl.create({ data: { siteId: others, reason: "scheduled" } });
  await hold(test.db, { ...acting, teamId, siteId: null, reason });
  expect(await test.db.crawl.findUniqueOrThrow({ where: { id: queued.id } })).toMatchObject({ state: "cancelled" });
  expect(await claimCrawl(test.db, going.id, now)).toMatchObject({ siteId: others });
  await test.db.site.updateMany({ where: { teamId }, data: { nextCrawlAt: now } });
  expect(await scheduleCrawls(test.db, queue, now)).toBe(0);
  const refused = {
    code: "conflict",
    message: expect.stringMatching(/^We paused the crawls of your team\. Our reason: The site/),
  };
  await expect(requestCrawl({ db: test.db, queue, now }, { teamId, siteId: own })).rejects.toMatchObject(refused);
  const site = { teamId, startUrl: "https://new.example/", name: "New", timeZone: "UTC", pageLimit: 10, language: "auto" };
  await expect(addSite({ db: test.db, queue, now }, { ...site, email: ann.email })).rejects.toMatchObject(refused);
  const noticeIn = async (shownTeam: string) => (await findFrame(test.db, { userId: "nobody", teamId: shownTeam }))?.service;
  expect(await noticeIn(teamId)).toEqual({ closing: null, held: { reason }, stopped: [] });
  expect(await noticeIn(bob.teamId)).toEqual({ closing: null, held: null, stopped: [] });
  await release(test.db, { ...acting, teamId, siteId: null });
  expect(await scheduleCrawls(test.db, queue, now)).toBeGreaterThan(0);
});

it("notes a look into a team once a visit, in the team's own list too", async () => {
  const look = { ...acting, teamId: bob.teamId, name: "bob" };
  await Promise.all([recordLook(test.db, look), recordLook(test.db, look)]);
  await recordLook(test.db, { ...look, now: new Date(now.getTime() + 60_000) });
  expect(await activitiesOf(bob.teamId)).toEqual([["operator_looked", null, false]]);
  await recordLook(test.db, { ...look, operator: "other@flawless.example" });
  await recordLook(test.db, { ...look, now: new Date(now.getTime() + 3_600_000) });
  expect(await test.db.operatorAction.count({ where: { kind: "looked" } })).toBe(3);
});
