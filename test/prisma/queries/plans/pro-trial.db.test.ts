import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { advancePlans } from "#prisma/queries/plans/advance-plans.ts";
import { saveSubscription } from "#prisma/queries/plans/save-subscription.ts";
import { settlePlan } from "#prisma/queries/plans/settle-plan.ts";
import { startProTrial } from "#prisma/queries/plans/start-pro-trial.ts";
import { lockTeam } from "#prisma/queries/teams/lock-team.ts";
import { startTeam } from "#prisma/queries/teams/start-team.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";
import { PRO_TRIAL_DAYS, PRO_TRIAL_REMINDER_DAYS } from "#worker/core/billing/pro-trial.ts";

const NOW = new Date("2026-11-29T12:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

describe("the free trial of Pro", () => {
  let database: TestDatabase;
  let db: Database;
  let queue: Queue;
  let team: SeededTeam;
  let teams = 0;
  const faults: Error[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    db = database.db;
    queue = await createQueue(database.url, (error) => faults.push(error));
  });
  afterAll(async () => {
    await queue?.stop({ graceful: false });
    await database?.drop();
    expect(faults).toEqual([]);
  });
  beforeEach(async () => {
    teams += 1;
    team = await seedTeam(db, { email: `owner-${teams}@harbour.example` });
    const site = { teamId: team.teamId, crawlMinute: 0, pageLimit: 100, nextCrawlAt: NOW };
    for (const [index, name] of ["first", "second", "third"].entries()) {
      const createdAt = inDays(index - 100);
      await db.site.create({
        data: { ...site, name, startUrl: `https://${name}.example/`, createdAt, pausedBy: index === 0 ? null : "plan" },
      });
    }
  });

  const start = () => startProTrial({ db, now: NOW }, team);
  const advance = (days: number) => advancePlans(db, queue, inDays(days));
  const read = () => db.team.findUniqueOrThrow({ where: { id: team.teamId } });
  const pausedBy = async () => {
    const sites = await db.site.findMany({ where: { teamId: team.teamId }, orderBy: { createdAt: "asc" } });
    return sites.map((site) => site.pausedBy);
  };
  const notices = async () => {
    const mails = await db.delivery.findMany({ where: { kind: "plan_notice", email: team.email }, orderBy: { id: "asc" } });
    return mails.map(({ payload }) => payload);
  };
  const subscribe = (status: string) =>
    db.$transaction(async (tx) => {
      const { teamId } = team;
      await lockTeam(tx, teamId);
      const period = {
        period: "month",
        currentPeriodEnd: inDays(30),
        cancelAtPeriodEnd: false,
        amount: 1_900,
        currency: "usd",
      } as const;
      await saveSubscription(tx, queue, {
        teamId,
        subscription: { ...period, id: `sub_${teamId}`, plan: "pro", status },
        now: NOW,
      });
      await settlePlan(tx, queue, { teamId, now: NOW });
    });

  it("puts the team on Pro for fourteen days, and resumes the sites that Free had paused", async () => {
    expect(await start()).toEqual(inDays(14));
    expect(await read()).toMatchObject({ plan: "pro", proTrialEndsAt: inDays(14) });
    expect(await pausedBy()).toEqual([null, null, null]);
    expect(await db.activity.findMany({ where: { teamId: team.teamId } })).toMatchObject([
      { kind: "trial_started", userId: team.userId },
    ]);
  });

  it("is there once, also for two clicks at once and after it has ended", async () => {
    const clicks = await Promise.allSettled([start(), start()]);
    expect(clicks.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await advance(PRO_TRIAL_DAYS);
    await expect(start()).rejects.toMatchObject({ code: "conflict" });
    expect((await read()).plan).toBe("free");
  });

  it("reminds the owners once, and ends in Free with one mail, without deleting anything", async () => {
    const viewer = await seedTeam(db, { email: `viewer-${teams}@harbour.example` });
    await db.member.create({ data: { teamId: team.teamId, userId: viewer.userId, role: "viewer" } });
    await start();
    await advance(PRO_TRIAL_DAYS - PRO_TRIAL_REMINDER_DAYS - 0.1);
    expect(await notices()).toEqual([]);
    const remindDay = PRO_TRIAL_DAYS - PRO_TRIAL_REMINDER_DAYS;
    await Promise.all([advance(remindDay), advance(remindDay)]);
    await advance(remindDay + 1);
    const ending = { notice: "trial_ending", plan: "pro", day: inDays(14).toISOString() };
    expect(await notices()).toMatchObject([ending]);
    expect((await read()).plan).toBe("pro");

    await Promise.all([advance(PRO_TRIAL_DAYS), advance(PRO_TRIAL_DAYS)]);
    await advance(PRO_TRIAL_DAYS + 1);
    expect(await notices()).toMatchObject([ending, { notice: "trial_ended", pausedSites: 2 }]);
    expect((await read()).plan).toBe("free");
    expect(await pausedBy()).toEqual([null, "plan", "plan"]);
    expect(await db.delivery.count({ where: { email: viewer.email } })).toBe(0);
  });

  it("says only that it ended if no worker ran before", async () => {
    await start();
    await advance(PRO_TRIAL_DAYS + 3);
    expect(await notices()).toMatchObject([{ notice: "trial_ended" }]);
  });

  it("ends without a word for a team that bought Pro meanwhile, and stays when that is cancelled before", async () => {
    await start();
    await subscribe("active");
    await advance(PRO_TRIAL_DAYS - 1);
    await subscribe("canceled");
    expect((await read()).plan).toBe("pro");
    await subscribe("active");
    await advance(PRO_TRIAL_DAYS);
    expect(await notices()).toEqual([]);
    expect(await read()).toMatchObject({ plan: "pro", proTrialEndedAt: inDays(PRO_TRIAL_DAYS) });
    expect(await pausedBy()).toEqual([null, null, null]);
  });

  it.each(["past_due", "unpaid"])("is refused while a subscription is %s", async (status) => {
    await subscribe(status);
    await db.team.update({ where: { id: team.teamId }, data: { plan: "free" } });
    await expect(start()).rejects.toMatchObject({ code: "conflict" });
  });

  it("touches no other team", async () => {
    await start();
    const other = await seedTeam(db, { email: `other-${teams}@harbour.example`, plan: "agency" });
    await advance(PRO_TRIAL_DAYS);
    expect(await db.team.findUniqueOrThrow({ where: { id: other.teamId } })).toMatchObject({ plan: "agency" });
  });

  it("is no way to many teams, each with a trial", async () => {
    const another = (name: string) => startTeam({ db, now: inDays(1) }, { userId: team.userId, sessionId: "none", name });
    await start();
    await expect(another("second")).rejects.toMatchObject({ code: "plan-limit" });
    await subscribe("active");
    await another("second");
    expect(await db.member.count({ where: { userId: team.userId } })).toBe(2);
  });
});
