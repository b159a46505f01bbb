import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createStripe } from "#app/_lib/stripe/create-stripe.ts";
import { startCheckout } from "#app/_lib/stripe/start-checkout.ts";
import { lookAtStripe } from "#app/_lib/stripe/watch-stripe.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { cancelNow } from "#test/stripe/subscriptions.ts";
import { type BillingFixture, makeOwner, type Owner, pausedBy, press, startBillingFixture } from "./billing-fixture.ts";

const HOUR_MS = 3_600_000;

let fixture: BillingFixture;
let owner: Owner;
/** Each test looks a week after the last, so that all is due. */
let now = new Date();

beforeAll(async () => {
  fixture = await startBillingFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  owner = await makeOwner(fixture, { sites: 2 });
  now = new Date(now.getTime() + 7 * 24 * HOUR_MS);
});

const planOf = async (member: Owner) => (await findBilling(fixture.database.db, member.teamId))?.plan;
/** Buys Pro while our webhook cannot be reached. */
const buyUnseen = async () => {
  fixture.standIn.webhooks.hold();
  await press(await startCheckout(fixture.dependencies, { member: owner, offer: { plan: "pro", period: "year" } }), {
    action: "pay",
  });
  fixture.standIn.state.undelivered = [];
  fixture.standIn.webhooks.release();
};
const look = (at = now) => lookAtStripe(fixture.dependencies, at);
/** Hides all events, as if they were older than Stripe lists them. */
const forgetEvents = () => {
  fixture.standIn.state.events = {};
};

describe("lookAtStripe", () => {
  it("applies what happened while no webhook came, once", async () => {
    await fixture.database.db.stripeWatch.deleteMany();
    await buyUnseen();
    expect(await planOf(owner)).toBe("free");
    expect(await look(new Date())).toBeGreaterThan(0);
    expect(await findBilling(fixture.database.db, owner.teamId)).toMatchObject({
      plan: "pro",
      subscription: { status: "active", period: "year" },
    });
    expect(await look(new Date())).toBeNull();
  });

  it("mends a subscription that differs although no event is listed, in both directions", async () => {
    await buyUnseen();
    forgetEvents();
    expect(await look()).toBe(1);
    expect(await planOf(owner)).toBe("pro");

    const customer = (await findBilling(fixture.database.db, owner.teamId))?.stripeCustomerId;
    const bought = Object.values(fixture.standIn.state.subscriptions).find((each) => each.customer === customer);
    if (!bought) throw new Error("there is no subscription");
    fixture.standIn.webhooks.hold();
    cancelNow(fixture.standIn.state, bought, "payment_failed");
    fixture.standIn.state.undelivered = [];
    forgetEvents();
    fixture.standIn.webhooks.release();
    expect(await look(new Date(now.getTime() + 2 * HOUR_MS))).toBe(0);
    expect(await planOf(owner)).toBe("pro");
    expect(await look(new Date(now.getTime() + 25 * HOUR_MS))).toBe(1);
    expect(await planOf(owner)).toBe("free");
    expect(await pausedBy(fixture, owner.teamId)).toEqual([null, "plan"]);
    expect(await look(new Date(now.getTime() + 50 * HOUR_MS))).toBe(0);
  });

  it("is done by one of several processes", async () => {
    await buyUnseen();
    const looks = await Promise.all([look(), look(), look()]);
    expect(looks.filter((each) => each !== null)).toHaveLength(1);
    expect(await planOf(owner)).toBe("pro");
  });

  it("looks again from the same time after Stripe did not answer", async () => {
    await buyUnseen();
    const away = { ...fixture.dependencies.settings, STRIPE_API_URL: "http://127.0.0.1:1" };
    const broken = { ...fixture.dependencies, stripe: createStripe(away) };
    const before = await fixture.database.db.stripeWatch.findFirst();
    await expect(lookAtStripe(broken, now)).rejects.toThrow();
    expect(await fixture.database.db.stripeWatch.findFirst()).toMatchObject({ eventsUntil: before?.eventsUntil });
    expect(await look(new Date(now.getTime() + HOUR_MS))).toBe(1);
    expect(await planOf(owner)).toBe("pro");
  });

  it("reads a long list of events to its end", async () => {
    forgetEvents();
    await buyUnseen();
    const { events } = fixture.standIn.state;
    const [first] = Object.values(events);
    if (!first) throw new Error("there is no event");
    const other = { ...first, type: "product.created", created: first.created + 60 };
    for (let index = 0; index < 250; index++) events[`evt_other_${index}`] = { ...other, id: `evt_other_${index}` };
    const earlier = new Date(Date.now() - HOUR_MS);
    await fixture.database.db.stripeWatch.updateMany({
      data: { claimedAt: earlier, eventsUntil: earlier, comparedAt: new Date() },
    });
    expect(await look(new Date())).toBe(1);
    expect(await planOf(owner)).toBe("pro");
  });
});
