import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claimChannelDelivery } from "#prisma/queries/channels/claim-channel-delivery.ts";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { announceDueDeliveries, claimDelivery } from "#prisma/queries/deliveries/claim-delivery.ts";
import { writeDelivery } from "#prisma/queries/deliveries/write-delivery.ts";
import { changeSwitch, grantFeature } from "#prisma/queries/operating/change-switch.ts";
import { findSwitches } from "#prisma/queries/operating/find-switches.ts";
import { hasFeature, isSwitchedOn, requireFeature } from "#prisma/queries/operating/is-switched-on.ts";
import { findFrame } from "#prisma/queries/teams/find-frame.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { type FeatureName, SWITCHES, type SwitchName } from "#worker/core/operating/switches.ts";

describe("a switch", () => {
  let test: TestDatabase;
  let queue: Queue;
  let team: { teamId: string; siteId: string };
  let siteId: string;
  const now = new Date("2026-11-29T12:00:00Z");
  const later = new Date("2026-11-29T12:20:00Z");

  beforeAll(async () => {
    test = await createTestDatabase();
    queue = await createQueue(test.url, (error) => {
      throw error;
    });
    team = await addTestSite(test.db);
    siteId = team.siteId;
  });
  afterAll(async () => {
    await queue?.stop({ graceful: false });
    await test?.drop();
  });
  beforeEach(async () => {
    await test.db.switch.deleteMany();
    await test.db.crawl.deleteMany();
    await test.db.delivery.deleteMany();
    await test.db.site.update({ where: { id: siteId }, data: { nextCrawlAt: now } });
  });

  const turn = (name: SwitchName | FeatureName, isOn: boolean) =>
    changeSwitch(test.db, { operator: "op@flawless.example", now, name, isOn, reason: "a drill" });

  it("is on until an operator turns it off, and notes each change once", async () => {
    expect(await isSwitchedOn(test.db, "crawls")).toBe(true);
    await Promise.all([turn("crawls", false), turn("crawls", false), turn("crawls", false)]);
    expect(await isSwitchedOn(test.db, "crawls")).toBe(false);
    expect(await isSwitchedOn(test.db, "mails")).toBe(true);
    await turn("crawls", true);
    expect(await isSwitchedOn(test.db, "crawls")).toBe(true);
    const log = await test.db.operatorAction.findMany({ where: { kind: "switched" }, orderBy: { id: "asc" } });
    expect(log.map(({ operator, subject, reason, before, after }) => [operator, subject, reason, before, after])).toEqual([
      ["op@flawless.example", "Crawls", "a drill", "on", "off"],
      ["op@flawless.example", "Crawls", "a drill", "off", "on"],
    ]);
    await expect(test.db.operatorAction.updateMany({ data: { operator: "someone else" } })).rejects.toThrow();
  });

  it("lets no crawl start while crawls are off; what is due and what waits starts afterwards", async () => {
    await test.db.crawl.create({
      data: { siteId, reason: "first", state: "finished", queuedAt: new Date(0), finishedAt: now },
    });
    const waiting = await test.db.crawl.create({
      data: { siteId, reason: "page", onlyUrls: ["https://a.example/"], queuedAt: now },
    });
    await turn("crawls", false);
    expect(await scheduleCrawls(test.db, queue, later)).toBe(0);
    expect((await test.db.site.findUniqueOrThrow({ where: { id: siteId } })).nextCrawlAt).toEqual(now);
    expect(await claimCrawl(test.db, waiting.id, later)).toBeNull();
    expect(await rescueCrawls(test.db, queue, later)).toBe(0);
    const { teamId } = team;
    const refused = { code: "unavailable", message: SWITCHES.crawls.refusal };
    await expect(requestCrawl({ db: test.db, queue, now: later }, { teamId, siteId })).rejects.toMatchObject(refused);
    const pages = { db: test.db, queue, now: later, allowedPrivateHosts: [] };
    await expect(requestPageCheck(pages, { teamId, siteId, typed: "/about" })).rejects.toMatchObject(refused);
    expect((await findFrame(test.db, { userId: "nobody", teamId }))?.service.stopped).toEqual(["all crawls"]);

    await turn("crawls", true);
    expect(await scheduleCrawls(test.db, queue, later)).toBe(1);
    expect(await rescueCrawls(test.db, queue, later)).toBe(1);
    expect(await claimCrawl(test.db, waiting.id, later)).toMatchObject({ siteId, attempt: 1 });
    // Its lateness is on record.
    expect(await test.db.crawl.findFirstOrThrow({ where: { siteId, dueAt: { not: null } } })).toMatchObject({
      dueAt: now,
      queuedAt: later,
    });
  });

  it("keeps mails and messages while mails are off, and sends all of them afterwards", async () => {
    const digest = { kind: "digest" as const, email: "ann@harbour.example", siteId, payload: {} };
    await test.db.$transaction((tx) => writeDelivery(tx, queue, { ...digest, dedupeKey: "one" }));
    const { id } = await test.db.delivery.findFirstOrThrow();
    const [channelId = ""] = await seedChannels(test.db, { teamId: team.teamId, siteId });
    const message = await test.db.channelDelivery.create({
      data: { channelId, kind: "changes", dedupeKey: "two", about: "1 new issue", payload: {}, nextAttemptAt: now },
    });
    await test.db.delivery.update({ where: { id }, data: { nextAttemptAt: now } });
    await turn("mails", false);
    expect(await announceDueDeliveries(test.db, queue, later)).toBe(0);
    for (const perDay of [null, 100]) expect(await claimDelivery(test.db, id, later, perDay)).toBeNull();
    expect(await claimChannelDelivery(test.db, message.id, later)).toBeNull();
    expect(await test.db.delivery.findFirstOrThrow()).toMatchObject({ state: "pending", attempts: 0 });

    await turn("mails", true);
    expect(await announceDueDeliveries(test.db, queue, later)).toBe(1);
    expect(await claimDelivery(test.db, id, later)).toMatchObject({ id, attempts: 1 });
    expect(await claimChannelDelivery(test.db, message.id, later)).toMatchObject({ id: message.id });
  });

  it("leaves a feature to the teams that have it", async () => {
    const other = await seedTeam(test.db, { email: "bob@elsewhere.example" });
    const grant = { operator: "op@flawless.example", now, feature: "api" as const, teamId: team.teamId };
    await turn("api", false);
    await Promise.all([grantFeature(test.db, { ...grant, hasIt: true }), grantFeature(test.db, { ...grant, hasIt: true })]);
    expect(await hasFeature(test.db, { feature: "api", teamId: team.teamId })).toBe(true);
    expect(await hasFeature(test.db, { feature: "api", teamId: other.teamId })).toBe(false);
    expect(await hasFeature(test.db, { feature: "pictures", teamId: other.teamId })).toBe(true);
    await expect(requireFeature(test.db, { feature: "api", teamId: other.teamId })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { features } = await findSwitches(test.db);
    expect(features.find(({ name }) => name === "api")).toMatchObject({ isOn: false, teams: [{ id: team.teamId }] });
    expect(await test.db.operatorAction.count({ where: { kind: "feature_given" } })).toBe(1);
    await grantFeature(test.db, { ...grant, hasIt: false });
    expect(await hasFeature(test.db, { feature: "api", teamId: team.teamId })).toBe(false);
    const nowhere = { ...grant, teamId: "01234567-89ab-7def-8123-456789abcdef", hasIt: true };
    await expect(grantFeature(test.db, nowhere)).rejects.toMatchObject({ code: "not-found" });
  });
});
