import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordCrawlCost } from "#prisma/queries/crawls/recording/record-crawl-cost.ts";
import { findAnything } from "#prisma/queries/operating/find-anything.ts";
import { findBacklog } from "#prisma/queries/operating/find-backlog.ts";
import { findBusinessFigures } from "#prisma/queries/operating/find-business-figures.ts";
import { findCostlySites } from "#prisma/queries/operating/find-costly-sites.ts";
import { findFailingSites } from "#prisma/queries/operating/find-failing-sites.ts";
import { findTeamForOperator } from "#prisma/queries/operating/find-team-for-operator.ts";
import { writeBusinessReport } from "#prisma/queries/operating/write-business-report.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";

const now = new Date("2026-11-29T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("figures for operators", () => {
  let test: TestDatabase;
  let queue: Queue;
  let site: Awaited<ReturnType<typeof addTestSite>>;
  let other: Awaited<ReturnType<typeof addTestSite>>;

  beforeAll(async () => {
    test = await createTestDatabase();
    queue = await createQueue(test.url, (error) => {
      throw error;
    });
    site = await addTestSite(test.db, { startUrl: "https://slow.example/" });
    other = await addTestSite(test.db, { startUrl: "https://quick.example/" });
  });
  afterAll(async () => {
    await queue?.stop({ graceful: false });
    await test?.drop();
  });

  const subscribe = async (email: string, data: object) => {
    const { teamId } = await seedTeam(test.db, { email });
    const stripe = { id: `sub_${randomUUID()}`, plan: "pro" as const, status: "active", amount: 1_900, currency: "usd" };
    await test.db.subscription.create({ data: { ...stripe, teamId, ...data } });
    return teamId;
  };

  it("count who pays, who tries and what comes in a month", async () => {
    await subscribe("a@x.example", {});
    await subscribe("b@x.example", { plan: "agency", period: "year", amount: 79_000, cancelAtPeriodEnd: true });
    await subscribe("c@x.example", { status: "past_due", currency: "eur", amount: 1_800 });
    await subscribe("d@x.example", { status: "canceled" });
    await subscribe("e@x.example", { status: "trialing" });
    await subscribe("f@x.example", { amount: null, currency: null });
    const { teamId } = await seedTeam(test.db, { email: "trial@x.example", plan: "pro" });
    await test.db.team.update({ where: { id: teamId }, data: { proTrialEndsAt: ago(-24) } });
    const ended = await seedTeam(test.db, { email: "was-trial@x.example" });
    await test.db.team.update({ where: { id: ended.teamId }, data: { proTrialEndsAt: ago(24), proTrialEndedAt: ago(24) } });
    expect(await findBusinessFigures(test.db, now)).toEqual({
      ...{ teams: 10, sites: 2, paying: 4, failing: 1, ending: 1, trials: 1 },
      revenue: [
        { currency: "usd", amount: 1_900 + 6_583 + 1_900 },
        { currency: "eur", amount: 1_800 },
      ],
    });
  });

  it("count what is due and late, and list the sites that fail, are slow or cost much", async () => {
    const crawl = (siteId: string, minutes: number, fields: object = {}) =>
      test.db.crawl.create({
        data: {
          ...{ siteId, reason: "scheduled" as const, state: "finished" as const, queuedAt: ago(5), startedAt: ago(4) },
          ...{ finishedAt: new Date(ago(4).getTime() + minutes * 60_000), opened: 3, ...fields },
        },
      });
    await crawl(site.siteId, 30);
    const measured = await crawl(site.siteId, 10);
    await recordCrawlCost(test.db, measured.id, { cpuMs: 1_000, requests: 40 });
    await recordCrawlCost(test.db, measured.id, { cpuMs: 500, requests: 2 });
    await recordCrawlCost(test.db, (await crawl(other.siteId, 1)).id, { cpuMs: 9_000, requests: 10 });
    await crawl(other.siteId, 500, { queuedAt: ago(300), startedAt: ago(300), finishedAt: ago(290) });
    const message = "The server did not answer.";
    await crawl(other.siteId, 1, { queuedAt: ago(1), state: "failed", failureMessage: message, opened: 0 });
    const { slowest, costliest } = await findCostlySites(test.db, now);
    expect(slowest.map(({ siteId, meanMs, crawls }) => [siteId, meanMs, crawls])).toEqual([
      [site.siteId, 20 * 60_000, 2],
      [other.siteId, 60_000, 2],
    ]);
    expect(costliest.map(({ siteId, cpuMs, requests }) => [siteId, cpuMs, requests])).toEqual([
      [other.siteId, 9_000, 10],
      [site.siteId, 1_500, 42],
    ]);

    await test.db.site.update({ where: { id: other.siteId }, data: { failedDays: 3, nextCrawlAt: ago(0.2) } });
    await test.db.crawl.create({ data: { siteId: site.siteId, reason: "requested", queuedAt: ago(2) } });
    const mail = { kind: "digest" as const, email: "a@x.example", payload: {} };
    await test.db.delivery.createMany({
      data: [
        { ...mail, dedupeKey: "new", createdAt: ago(0.1) },
        { ...mail, dedupeKey: "old", createdAt: ago(1) },
        { ...mail, dedupeKey: "sent", state: "sent", createdAt: ago(14), sentAt: ago(13) },
      ],
    });
    await test.db.mailEvent.create({ data: { key: "k", email: "a@x.example", kind: "hard", at: ago(13) } });
    expect(await findBacklog(test.db, now)).toEqual({
      ...{ crawlsDue: 2, crawlsLate: 1, crawlsRunning: 0, failingSites: 1 },
      ...{ mailsWaiting: 2, mailsLate: 1, mailsBounced: 1, suppressed: 0 },
    });
    expect(await findFailingSites(test.db)).toMatchObject([{ id: other.siteId, failedDays: 3, reason: message }]);
  });

  it("find a team, a site or a person by a part of a name, without a pattern of its own", async () => {
    const kinds = async (text: string) => (await findAnything(test.db, text)).map(({ kind, name }) => [kind, name]);
    expect(await kinds("SLOW.ex")).toEqual([["site", "Harbour Bakery"]]);
    expect(await kinds(site.email)).toEqual([
      ["team", site.email],
      ["person", site.email],
    ]);
    expect(await kinds(other.siteId)).toEqual([["site", "Harbour Bakery"]]);
    expect(await kinds("%")).toEqual([]);
    expect(await kinds("' OR 1=1 --")).toEqual([]);
  });

  it("show a team without its secrets and the texts of its pages", async () => {
    const { teamId, siteId } = site;
    await seedChannels(test.db, { teamId, siteId });
    const secret = "hidden-from-operators";
    await test.db.siteSignIn.create({ data: { siteId, kind: "password", keyId: secret, sealed: secret, setAt: now } });
    await test.db.shareLink.create({ data: { siteId, kind: "report", tokenHash: secret, createdAt: now } });
    await test.db.recipient.updateMany({ where: { siteId }, data: { token: secret } });
    await test.db.site.update({ where: { id: siteId }, data: { proofToken: secret } });
    await test.db.dictionaryWord.create({ data: { teamId, word: secret } });
    const { siteId: another } = await addTestSite(test.db);
    const pages = [{ siteId, gone: false }, { siteId, gone: true }, { siteId: another }];
    await test.db.page.createMany({ data: pages.map((page, at) => ({ ...page, url: `https://bakery.example/${at}` })) });
    const team = await findTeamForOperator(test.db, { teamId, now });
    expect(team).toMatchObject({
      members: [{ email: site.email, role: "owner", hasTwoFactor: false }],
      sites: [{ id: siteId, counts: { pages: 1, issues: 0, recipients: 1 }, cost: { crawls: 2, cpuMs: 1_500 } }],
      counts: { sites: 1, channels: 3, apiTokens: 0, words: 1 },
    });
    const shown = JSON.stringify(team);
    for (const hidden of [secret, "hooks.slack.com", "addressSealed", "tokenHash", "proofToken"])
      expect(shown).not.toContain(hidden);
    expect(await findTeamForOperator(test.db, { teamId: "nothing", now })).toBeNull();
  });

  it("are mailed once a day to each operator, for the day before", async () => {
    const operators = ["op@flawless.example", "second@flawless.example"];
    const reports = () => test.db.delivery.findMany({ where: { kind: "business_report" }, orderBy: { email: "asc" } });
    expect(await writeBusinessReport(test.db, queue, { operators: [], now })).toBe(0);
    expect(await writeBusinessReport(test.db, queue, { operators, now: new Date("2026-11-29T05:59:00Z") })).toBe(0);
    await Promise.all([1, 2, 3].map(() => writeBusinessReport(test.db, queue, { operators, now })));
    expect(await writeBusinessReport(test.db, queue, { operators, now: ago(-5) })).toBe(0);
    const rows = await reports();
    expect(rows.map(({ email }) => email)).toEqual(operators);
    expect(rows[0]?.payload).toMatchObject({
      ...{ day: "2026-11-28", paying: 4, trials: 1, ending: 1, issues: 0, off: [] },
      ...{ mails: { sent: 1, bounced: 1 }, late: { crawls: 1, mails: 1 }, failingSites: 1 },
    });
    expect(await writeBusinessReport(test.db, queue, { operators, now: ago(-24) })).toBe(2);
    const next = (await reports()).find(({ dedupeKey }) => dedupeKey === "business_report:2026-11-29:op@flawless.example");
    expect(next?.payload).toMatchObject({ day: "2026-11-29", issues: 9, crawls: { finished: 3, failed: 1 } });
  });
});
