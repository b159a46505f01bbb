import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startCheckout } from "#app/_lib/stripe/start-checkout.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { isSwitchedOn, switchRefusal } from "#prisma/queries/operating/is-switched-on.ts";
import { advancePlans } from "#prisma/queries/plans/advance-plans.ts";
import { startProTrial } from "#prisma/queries/plans/start-pro-trial.ts";
import { findWindDown } from "#prisma/queries/winding-down/find-wind-down.ts";
import { requireChangesTaken } from "#prisma/queries/winding-down/require-still-open.ts";
import { settleOutside } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import { makeOwner } from "#test/app/billing/billing-fixture.ts";
import { endPeriod } from "#test/stripe/subscriptions.ts";
import { describeWindDown, lookAtStep, lookAtTakingBack } from "#worker/launch/winding-down/look-at-step.ts";
import { takeStep, takeStepBack } from "#worker/launch/winding-down/take-step.ts";
import { type Buyer, breakingStripe, startWindDownFixture, type WindDownFixture } from "./wind-down-fixture.ts";

let fixture: WindDownFixture;

beforeAll(async () => {
  fixture = await startWindDownFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  const { state } = fixture.billing.standIn;
  // One after the other: what goes with a team and with a user are partly the same rows.
  await db().team.deleteMany();
  await db().user.deleteMany();
  await Promise.all([db().delivery.deleteMany(), db().operatorAction.deleteMany()]);
  await Promise.all([db().windDown.deleteMany(), db().windDownSubscription.deleteMany()]);
  for (const part of [state.subscriptions, state.invoices, state.creditNotes, state.customers, state.checkoutSessions])
    for (const id of Object.keys(part)) delete part[id];
});

const db = () => fixture.billing.database.db;
const mails = async (notice: string) => {
  const all = await db().delivery.findMany({ where: { kind: "wind_down" }, orderBy: { email: "asc" } });
  return all.filter(({ dedupeKey }) => dedupeKey.startsWith(`wind_down:${notice}:`)).map(({ email }) => email);
};
const planOf = async ({ teamId }: { teamId: string }) => (await db().team.findUniqueOrThrow({ where: { id: teamId } })).plan;
const announced = () => ({ stage: "announced", announcedAt: fixture.midnight(0), endsAt: fixture.midnight(31) }) as const;
const reminded = () => ({ ...announced(), stage: "reminded", remindedAt: fixture.midnight(23) }) as const;

/** Returns what a subscription must get back at a time, worked out from its period alone. */
function unusedOf({ subscription }: Buyer, at: Date): number {
  const [item] = subscription.items.data;
  if (!item) throw new Error("a subscription has an item");
  const { current_period_start: start, current_period_end: end } = item;
  return Math.ceil((item.price.unit_amount * (end - at.getTime() / 1_000)) / (end - start) - 1e-6);
}

describe("announcing the end", () => {
  it("shows first what it would do, and then stops renewals, sales and sign-ups and writes to each owner once", async () => {
    const buyer = await fixture.buy("pro");
    const free = await makeOwner(fixture.billing);
    await db().team.create({ data: { name: "Second team", members: { create: { userId: free.userId, role: "owner" } } } });
    const viewer = await makeOwner(fixture.billing);
    await db().member.updateMany({ where: { userId: viewer.userId }, data: { role: "viewer" } });
    const open = await startCheckout(fixture.billing.dependencies, { member: free, offer: { plan: "agency", period: "year" } });
    const tools = fixture.toolsOn(0);
    const endsAt = fixture.midnight(31);

    const look = (await lookAtStep(tools, "announce", { endsAt })).join(" ");
    expect(look).toContain("2 customers would get a mail.");
    expect(look).toContain("Of 1 running subscription, 1 would no longer renew.");
    expect(await findWindDown(db())).toMatchObject({ stage: "open" });
    expect(buyer.subscription.cancel_at_period_end).toBe(false);

    await takeStep(tools, "announce", { endsAt });
    expect(await findWindDown(db())).toMatchObject({ stage: "announced", isDone: true, endsAt });
    expect(buyer.subscription.cancel_at_period_end).toBe(true);
    expect(await mails("announcement")).toEqual([buyer.email, free.email].toSorted());
    const payments = await db().delivery.findMany({ where: { kind: "wind_down" } });
    expect(payments.map(({ email, payload }) => [email, payload])).toContainEqual([
      buyer.email,
      expect.objectContaining({
        isPaying: true,
        endsAt: endsAt.toISOString(),
        readableUntil: fixture.midnight(61).toISOString(),
      }),
    ]);

    expect((await fetch(open, { method: "POST", body: new URLSearchParams({ action: "pay" }) })).status).not.toBe(303);
    const refused = { code: "conflict", message: expect.stringContaining("no longer sell plans") };
    const offer = { plan: "pro", period: "month" } as const;
    await expect(startCheckout(fixture.billing.dependencies, { member: free, offer })).rejects.toMatchObject(refused);
    await expect(startProTrial({ db: db(), now: tools.now() }, free)).rejects.toMatchObject(refused);
    expect(await switchRefusal(db(), "sign_ups")).toMatchObject({ isForGood: true });
    expect(await isSwitchedOn(db(), "crawls")).toBe(true);
    await expect(requireChangesTaken(db())).resolves.toBeUndefined();

    await expect(takeStep(tools, "announce", { endsAt })).rejects.toMatchObject({ code: "conflict" });
    const log = await db().operatorAction.findMany();
    expect(log.map(({ operator, kind, before, after }) => [operator, kind, before, after])).toEqual([
      ["op (npm run wind-down)", "wind_down_moved", "open", `announced, end on ${endsAt.toISOString().slice(0, 10)}`],
    ]);
  });

  it("keeps plans and trials until the end, although no one can pay any more", async () => {
    const buyer = await fixture.buy("agency");
    const trying = await makeOwner(fixture.billing, { sites: 2 });
    await startProTrial({ db: db(), now: fixture.toolsOn(0).now() }, trying);
    await takeStep(fixture.toolsOn(0), "announce", { endsAt: fixture.midnight(31) });
    endPeriod(fixture.billing.standIn.state, buyer.subscription, { paid: true });
    expect(buyer.subscription.status).toBe("canceled");
    expect(await advancePlans(db(), fixture.billing.dependencies.queue, fixture.toolsOn(30).now())).toBe(0);
    await takeStep(fixture.toolsOn(22), "remind");
    expect([await planOf(buyer), await planOf(trying)]).toEqual(["agency", "pro"]);
    expect(await db().delivery.count({ where: { kind: "plan_notice" } })).toBe(0);
    expect(await mails("reminder")).toHaveLength(2);
  });

  it.each(["request", "answer"] as const)("goes on after a break at any %s, and tells no one twice", async (lost) => {
    const { standIn, dependencies } = fixture.billing;
    const buyers = [await fixture.buy("pro"), await fixture.buy("agency")];
    const others = await Promise.all(Array.from({ length: 3 }, () => makeOwner(fixture.billing)));
    let at = 0;
    for (let isDone = false; !isDone; ) {
      at += 1;
      const stripe = breakingStripe(standIn.url, dependencies.settings.STRIPE_SECRET_KEY ?? "", { at, lost });
      const tools = fixture.toolsOn(0, { billing: { ...dependencies, stripe } });
      isDone = await takeStep(tools, "announce", { endsAt: fixture.midnight(31) }).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: "unavailable" });
          return false;
        },
      );
      expect(await findWindDown(db())).toMatchObject({ stage: "announced", isDone });
    }
    expect(at).toBeGreaterThan(4);
    expect(buyers.map(({ subscription }) => subscription.cancel_at_period_end)).toEqual([true, true]);
    expect(await mails("announcement")).toEqual([...buyers, ...others].map(({ email }) => email).toSorted());
    expect(await db().operatorAction.count()).toBe(1);
  });

  it("refuses to begin without Stripe while a team pays", async () => {
    await fixture.buy("pro");
    const tools = fixture.toolsOn(0, { billing: null });
    const refused = { code: "invalid-input", message: expect.stringContaining("STRIPE_SECRET_KEY") };
    await expect(takeStep(tools, "announce", { endsAt: fixture.midnight(31) })).rejects.toMatchObject(refused);
    expect(await findWindDown(db())).toMatchObject({ stage: "open" });
  });

  it("is taken back: renewals go on, what has ended is Free, customers are told, and it can be announced anew", async () => {
    const going = await fixture.buy("pro");
    const ended = await fixture.buy("agency");
    const leaving = await fixture.buy("pro");
    await fixture.billing.dependencies.stripe.subscriptions.update(leaving.subscription.id, { cancel_at_period_end: true });
    await takeStep(fixture.toolsOn(0), "announce", { endsAt: fixture.midnight(31) });
    endPeriod(fixture.billing.standIn.state, ended.subscription, { paid: true });
    expect((await lookAtTakingBack(fixture.toolsOn(1))).join(" ")).toContain("stays ended");
    const [, report] = await takeStepBack(fixture.toolsOn(1));
    expect(report).toContain("Subscriptions that renew again: 1; that had ended: 1.");
    expect(await findWindDown(db())).toMatchObject({ stage: "open", isDone: true });
    expect(going.subscription.cancel_at_period_end).toBe(false);
    expect(leaving.subscription.cancel_at_period_end).toBe(true);
    expect([await planOf(going), await planOf(ended)]).toEqual(["pro", "free"]);
    expect(await mails("withdrawal")).toHaveLength(3);
    expect(await isSwitchedOn(db(), "sign_ups")).toBe(true);
    await expect(takeStepBack(fixture.toolsOn(1))).rejects.toMatchObject({ code: "conflict" });
    await takeStep(fixture.toolsOn(2), "announce", { endsAt: fixture.midnight(40) });
    expect(await mails("announcement")).toHaveLength(6);
    expect(going.subscription.cancel_at_period_end).toBe(true);
  });
});

describe("the end", () => {
  it("cancels each subscription and gives back what is unused, to the cent, as it said before", async () => {
    const yearly = await fixture.buy("agency", { period: "year" });
    const monthly = await fixture.buy("pro", { day: 20 });
    const over = await fixture.buy("pro");
    await fixture.set(reminded());
    endPeriod(fixture.billing.standIn.state, over.subscription, { paid: false });
    const tools = fixture.toolsOn(31);
    const owed = [yearly, monthly].map((buyer) => unusedOf(buyer, tools.now()));
    const look = (await lookAtStep(tools, "end")).join(" ");
    const sum = owed.reduce((one, other) => one + other, 0);
    expect(look).toContain(`$${(sum / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })} given back in 2 refunds.`);
    expect(fixture.creditNotes(yearly.subscription)).toEqual([]);

    await takeStep(tools, "end");
    expect([yearly, monthly, over].map(({ subscription }) => subscription.status)).toEqual([
      "canceled",
      "canceled",
      "canceled",
    ]);
    const given = [yearly, monthly].map(({ subscription }) => fixture.creditNotes(subscription).map(({ amount }) => amount));
    expect(given).toEqual(owed.map((amount) => [amount]));
    expect(fixture.creditNotes(over.subscription)).toEqual([]);
    expect(await planOf(yearly)).toBe("agency");
    expect(await db().windDownSubscription.count({ where: { settledAt: null } })).toBe(0);
    expect((await lookAtStep(fixture.toolsOn(62), "archive")).join(" ")).toContain("backup");
  });

  it("stops crawls and lets no other start, and takes no changes", async () => {
    const owner = await makeOwner(fixture.billing, { sites: 1 });
    const site = await db().site.findFirstOrThrow({ where: { teamId: owner.teamId } });
    await db().crawl.create({ data: { siteId: site.id, reason: "scheduled", state: "running", queuedAt: new Date() } });
    await fixture.set(reminded());
    const { queue } = fixture.billing.dependencies;
    const tools = fixture.toolsOn(31);
    const [report] = await takeStep(tools, "end");
    expect(report).toContain("Stopped 1 crawl.");
    const refused = { code: "conflict", message: expect.stringContaining("You can read and download everything until") };
    const wanted = { teamId: owner.teamId, siteId: site.id };
    await expect(requestCrawl({ db: db(), queue, now: tools.now() }, wanted)).rejects.toMatchObject(refused);
    expect(await scheduleCrawls(db(), queue, tools.now())).toBe(0);
    await expect(requireChangesTaken(db())).rejects.toMatchObject(refused);
    await takeStepBack(tools);
    await expect(requireChangesTaken(db())).resolves.toBeUndefined();
    expect(await scheduleCrawls(db(), queue, tools.now())).toBe(1);
  });

  it.each(["request", "answer"] as const)("pays once and in full, whichever %s of Stripe is lost", async (lost) => {
    const { standIn, dependencies } = fixture.billing;
    const on = fixture.toolsOn;
    let broke = 0;
    for (let isBroken = true; isBroken; ) {
      const buyer = await fixture.buy("pro", { day: 20 });
      await fixture.set(reminded());
      const stripe = breakingStripe(standIn.url, dependencies.settings.STRIPE_SECRET_KEY ?? "", { at: broke + 1, lost });
      isBroken = await takeStep(on(31, { billing: { ...dependencies, stripe } }), "end").then(
        () => false,
        () => true,
      );
      if (isBroken) {
        broke += 1;
        // Stripe forgets its keys after a day, and the command is run again two days later.
        standIn.state.idempotency = {};
        await takeStep(on(33), "end");
      }
      const given = fixture.creditNotes(buyer.subscription).map(({ amount }) => amount);
      expect([broke, given]).toEqual([broke, [unusedOf(buyer, on(31).now())]]);
      expect(buyer.subscription.status).toBe("canceled");
    }
    expect(broke).toBe(6);
    expect(await db().windDownRefund.count({ where: { refundedAt: null } })).toBe(0);
  });

  it("does all others when Stripe refuses one, says which, and waits for it", async () => {
    const [bad, good] = [await fixture.buy("pro", { day: 20 }), await fixture.buy("pro", { day: 21 })];
    await fixture.set(reminded());
    const tools = fixture.toolsOn(31);
    const { customer, id, latest_invoice } = bad.subscription;
    await db().windDownSubscription.create({ data: { id, customerId: customer, plannedAt: tools.now() } });
    const refund = { invoiceId: latest_invoice ?? "", subscriptionId: id, amount: 99_999, currency: "usd" };
    await db().windDownRefund.create({ data: refund });
    const refusal = { code: "unavailable", message: expect.stringContaining(`${id}: The amount is greater`) };
    await expect(takeStep(tools, "end")).rejects.toMatchObject(refusal);
    expect(fixture.creditNotes(good.subscription)).toHaveLength(1);
    expect(await findWindDown(db())).toMatchObject({ stage: "ended", isDone: false });
    await expect(takeStep(fixture.toolsOn(62), "archive")).rejects.toMatchObject({ code: "conflict" });

    // A right amount after a wrong one is another request to Stripe, with a key of its own.
    await db().windDownRefund.update({ where: { invoiceId: refund.invoiceId }, data: { amount: 100 } });
    await takeStep(tools, "end");
    expect(fixture.creditNotes(bad.subscription).map(({ amount }) => amount)).toEqual([100]);
    expect(await findWindDown(db())).toMatchObject({ stage: "ended", isDone: true });
  });

  it("goes on after a refund that was paid outside Stripe", async () => {
    const bad = await fixture.buy("pro", { day: 20 });
    await fixture.set(reminded());
    const tools = fixture.toolsOn(31);
    const { customer, id, latest_invoice } = bad.subscription;
    await db().windDownSubscription.create({ data: { id, customerId: customer, plannedAt: tools.now() } });
    const outside = { id, operator: "op", now: tools.now() };
    await expect(settleOutside(db(), outside)).rejects.toMatchObject({ code: "conflict" });
    const refund = { invoiceId: latest_invoice ?? "", subscriptionId: id, amount: 99_999, currency: "usd" };
    await db().windDownRefund.create({ data: refund });
    await expect(takeStep(tools, "end")).rejects.toMatchObject({ code: "unavailable" });
    await settleOutside(db(), outside);
    await takeStep(tools, "end");
    expect(fixture.creditNotes(bad.subscription)).toEqual([]);
    expect(await db().operatorAction.count({ where: { kind: "wind_down_settled", subject: id } })).toBe(1);
  });
});

describe("archive and deletion", () => {
  it("deletes everything about people once the archive is there, and keeps the record of the closing", async () => {
    const buyer = await fixture.buy("pro");
    const page = await db().site.findFirstOrThrow({ where: { teamId: buyer.teamId } });
    await db().reportFile.create({
      data: { siteId: page.id, state: "ready", requestedAt: new Date(), key: "a-report", expiresAt: new Date() },
    });
    await fixture.set({ ...reminded(), stage: "ended", endedAt: fixture.midnight(31), isDone: true });
    await takeStep(fixture.toolsOn(62), "archive");
    expect(await findWindDown(db())).toMatchObject({ stage: "archived", isDone: true, archive: "flawless-test.tar.gz.age" });

    const gone = fixture.toolsOn(63, { hasArchive: async () => false });
    await expect(takeStep(gone, "delete")).rejects.toMatchObject({ code: "conflict" });
    expect(await db().user.count()).toBe(1);

    expect((await lookAtStep(fixture.toolsOn(63), "delete")).join(" ")).toContain("1 account, 1 team, 2 sites");
    const stuck = fixture.toolsOn(63, { deleteFiles: async () => 0 });
    await expect(takeStep(stuck, "delete")).rejects.toThrow(/1 file could not be deleted/);
    expect(await findWindDown(db())).toMatchObject({ stage: "deleted", isDone: false });
    await takeStep(fixture.toolsOn(63), "delete");
    const [filled] = await db().$queryRaw<{ names: string[] }[]>`
      SELECT array_agg("tablename"::text ORDER BY "tablename") AS "names" FROM pg_tables
      WHERE "schemaname" = 'public' AND (xpath('/row/c/text()',
        query_to_xml(format('SELECT count(*) AS c FROM %I', "tablename"), false, true, '')))[1]::text <> '0'`;
    expect(filled?.names).toEqual(["OperatorAction", "WindDown", "_prisma_migrations"]);
    expect(describeWindDown(await findWindDown(db()))[0]).toBe("Stage: deleted.");
    await expect(takeStepBack(fixture.toolsOn(63))).rejects.toMatchObject({ code: "conflict" });
  });
});
