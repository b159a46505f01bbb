import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createStripe } from "#app/_lib/stripe/create-stripe.ts";
import { finishCheckout } from "#app/_lib/stripe/finish-checkout.ts";
import { listInvoices } from "#app/_lib/stripe/list-invoices.ts";
import { openPortal } from "#app/_lib/stripe/open-portal.ts";
import type { Offer, PaidPlanId } from "#app/_lib/stripe/prices.ts";
import { receiveStripeEvent } from "#app/_lib/stripe/receive-stripe-event.ts";
import { startCheckout } from "#app/_lib/stripe/start-checkout.ts";
import { advancePlans } from "#prisma/queries/plans/advance-plans.ts";
import { findBilling } from "#prisma/queries/teams/find-billing.ts";
import { signWebhook } from "#test/stripe/sign-webhook.ts";
import { GRACE_DAYS } from "#worker/core/billing/grace-ends-at.ts";
import type { BillingPeriod } from "#worker/core/plans.ts";
import {
  type BillingFixture,
  makeOwner,
  type Owner,
  pausedBy,
  press,
  startBillingFixture,
  WEBHOOK_SECRET,
} from "./billing-fixture.ts";

let fixture: BillingFixture;
let owner: Owner;

beforeAll(async () => {
  fixture = await startBillingFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  owner = await makeOwner(fixture, { sites: 3 });
  fixture.answers.length = 0;
});

const DAY_MS = 86_400_000;
const planOf = async (member: Owner) => (await findBilling(fixture.database.db, member.teamId))?.plan;
const monthly = (plan: PaidPlanId): Offer => ({ plan, period: "month" });
const buy = async (member: Owner, plan: PaidPlanId, period: BillingPeriod = "month") => {
  const url = await startCheckout(fixture.dependencies, { member, offer: { plan, period } });
  const pressed = await press(url, { action: "pay" });
  await fixture.standIn.webhooks.settled();
  return pressed;
};
const portal = async (member: Owner, fields: Record<string, string>) => {
  await press(await openPortal(fixture.dependencies, { member, purpose: "manage" }), fields);
  await fixture.standIn.webhooks.settled();
};

describe("buying a plan", () => {
  it("puts it in force through the webhooks and comes back to the billing page", async () => {
    const pressed = await buy(owner, "pro");
    expect(pressed.status).toBe(303);
    expect(pressed.location).toMatch(/^http:\/\/127\.0\.0\.1:9\/billing\/return\?checkout=cs_test_/);
    expect(await findBilling(fixture.database.db, owner.teamId)).toMatchObject({
      plan: "pro",
      subscription: { plan: "pro", status: "active", cancelAtPeriodEnd: false },
    });
    expect(fixture.answers.every((answer) => answer.status === 200)).toBe(true);
  });

  it("shows on return although no webhook has come yet", async () => {
    fixture.standIn.webhooks.hold();
    const url = await startCheckout(fixture.dependencies, { member: owner, offer: monthly("agency") });
    await press(url, { action: "pay" });
    expect(await planOf(owner)).toBe("free");
    await finishCheckout(fixture.dependencies, { member: owner });
    expect(await planOf(owner)).toBe("agency");
    fixture.standIn.webhooks.release();
    await fixture.standIn.webhooks.settled();
    expect(await planOf(owner)).toBe("agency");
  });

  it("changes nothing when the card is declined or the person goes back", async () => {
    const url = await startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") });
    expect((await press(url, { action: "decline" })).status).toBe(402);
    expect((await press(url, { action: "cancel" })).location).toBe("http://127.0.0.1:9/billing?note=cancelled");
    await finishCheckout(fixture.dependencies, { member: owner });
    expect(await planOf(owner)).toBe("free");
  });

  it("closes a Checkout left open in another tab, so that no one pays twice", async () => {
    const first = await startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") });
    const second = await startCheckout(fixture.dependencies, { member: owner, offer: monthly("agency") });
    expect((await press(first, { action: "pay" })).status).toBe(410);
    expect((await press(second, { action: "pay" })).status).toBe(303);
  });

  it("opens a Checkout although another request closed the one before it at the same moment", async () => {
    const first = await startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") });
    const urls = await Promise.all(
      [1, 2, 3].map(() => startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") })),
    );
    expect((await press(first, { action: "pay" })).status).toBe(410);
    expect(new Set(urls).size).toBe(3);
  });

  it("creates one customer for two requests at once", async () => {
    await Promise.all([1, 2, 3].map(() => startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") })));
    const mine = Object.values(fixture.standIn.state.customers).filter((customer) => customer.email === owner.email);
    expect(mine).toHaveLength(1);
  });

  it("leads to the portal to confirm a change instead of selling a second subscription", async () => {
    await buy(owner, "pro");
    const url = await startCheckout(fixture.dependencies, { member: owner, offer: monthly("agency") });
    expect(url).toContain("/portal/");
    const pressed = await press(url, { action: "change", price: "price_standin_agency" });
    expect(pressed.location).toBe("http://127.0.0.1:9/billing/return");
    await fixture.standIn.webhooks.settled();
    expect(await planOf(owner)).toBe("agency");
    expect(await fixture.database.db.subscription.count({ where: { teamId: owner.teamId } })).toBe(1);
  });

  it("sells a year, shows it, and changes a month into a year", async () => {
    await buy(owner, "pro", "year");
    const yearly = await findBilling(fixture.database.db, owner.teamId);
    expect(yearly).toMatchObject({ plan: "pro", subscription: { period: "year" } });
    const left = (yearly?.subscription?.currentPeriodEnd?.getTime() ?? 0) - Date.now();
    expect(Math.round(left / DAY_MS)).toBe(365);

    const other = await makeOwner(fixture);
    await buy(other, "pro");
    const url = await startCheckout(fixture.dependencies, { member: other, offer: { plan: "pro", period: "year" } });
    expect(url).toContain("/portal/");
    await press(url, { action: "change", price: "price_standin_pro_yearly" });
    await fixture.standIn.webhooks.settled();
    expect(await findBilling(fixture.database.db, other.teamId)).toMatchObject({
      plan: "pro",
      subscription: { plan: "pro", period: "year" },
    });
  });

  it.each(["on", "off"] as const)("takes VAT ids and coupons, with taxes %s", async (tax) => {
    const settings = { ...fixture.dependencies.settings, STRIPE_TAX: tax };
    await startCheckout({ ...fixture.dependencies, settings }, { member: owner, offer: monthly("pro") });
    expect(Object.values(fixture.standIn.state.checkoutSessions).at(-1)).toMatchObject({
      allow_promotion_codes: true,
      tax_id_collection: { enabled: true },
      automatic_tax: { enabled: tax === "on" },
    });
  });

  it("replaces a customer that this Stripe does not know", async () => {
    await fixture.database.db.team.update({
      where: { id: owner.teamId },
      data: { stripeCustomerId: `cus_gone_${owner.userId}` },
    });
    await buy(owner, "pro");
    expect(await planOf(owner)).toBe("pro");
  });

  it.each(["editor", "viewer"] as const)("is refused to an %s", async (role) => {
    const member = { ...owner, role };
    await expect(startCheckout(fixture.dependencies, { member, offer: monthly("pro") })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(openPortal(fixture.dependencies, { member, purpose: "manage" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the end of a subscription", () => {
  beforeEach(() => buy(owner, "pro"));

  it("keeps the plan until the period ends, then falls back to free and pauses the excess sites", async () => {
    await portal(owner, { action: "cancel" });
    const billing = await findBilling(fixture.database.db, owner.teamId);
    expect(billing).toMatchObject({ plan: "pro", subscription: { cancelAtPeriodEnd: true } });
    expect(billing?.subscription?.currentPeriodEnd).toBeInstanceOf(Date);
    await portal(owner, { action: "end-period" });
    expect(await planOf(owner)).toBe("free");
    expect(await pausedBy(fixture, owner.teamId)).toEqual([null, "plan", "plan"]);
    expect(await fixture.database.db.site.count({ where: { teamId: owner.teamId, pageLimit: 2_000 } })).toBe(3);
  });

  it("takes two clicks: ours, and Stripe's only question", async () => {
    const cancel = () => openPortal(fixture.dependencies, { member: owner, purpose: "cancel" });
    const pressed = await press(await cancel(), { action: "cancel" });
    expect(pressed.location).toBe("http://127.0.0.1:9/billing/return");
    await fixture.standIn.webhooks.settled();
    const billing = await findBilling(fixture.database.db, owner.teamId);
    expect(billing).toMatchObject({ plan: "pro", subscription: { cancelAtPeriodEnd: true } });
    // There is nothing more to cancel: the portal opens as usual.
    expect(await (await fetch(await cancel())).text()).toContain("Keep the subscription");
  });

  it("leaves the invoices in the list, the newest first, with Stripe's page of each", async () => {
    await portal(owner, { action: "fail-payment" });
    const customer = (await findBilling(fixture.database.db, owner.teamId))?.stripeCustomerId ?? "";
    const invoices = await listInvoices(fixture.dependencies.stripe, customer);
    expect(invoices).toMatchObject([
      { status: "open", amount: 1900, currency: "usd" },
      { status: "paid", amount: 1900, currency: "usd" },
    ]);
    expect(await (await fetch(invoices[0]?.url ?? "")).text()).toContain(`Invoice ${invoices[0]?.number}`);
    expect(await listInvoices(fixture.dependencies.stripe, "cus_unknown")).toEqual([]);
  });

  it("can be taken back", async () => {
    await portal(owner, { action: "cancel" });
    await portal(owner, { action: "resume" });
    await portal(owner, { action: "end-period" });
    expect(await findBilling(fixture.database.db, owner.teamId)).toMatchObject({
      plan: "pro",
      subscription: { cancelAtPeriodEnd: false, status: "active" },
    });
  });

  it("resumes what the plan had paused when a plan is bought again, but not what the owner paused", async () => {
    await portal(owner, { action: "cancel-now" });
    const [, second] = await fixture.database.db.site.findMany({
      where: { teamId: owner.teamId },
      orderBy: { createdAt: "asc" },
    });
    await fixture.database.db.site.update({ where: { id: second?.id ?? "" }, data: { pausedBy: "owner" } });
    await buy(owner, "pro");
    expect(await pausedBy(fixture, owner.teamId)).toEqual([null, "owner", null]);
  });

  it("keeps the plan while a failed payment is tried again, and takes it when Stripe gives up", async () => {
    await portal(owner, { action: "fail-payment" });
    expect(await findBilling(fixture.database.db, owner.teamId)).toMatchObject({
      plan: "pro",
      subscription: { status: "past_due" },
    });
    await portal(owner, { action: "give-up" });
    expect(await findBilling(fixture.database.db, owner.teamId)).toMatchObject({
      plan: "free",
      subscription: { status: "canceled" },
    });
  });
});

describe("a card that fails", () => {
  const noticesFor = async (email: string) => {
    const mails = await fixture.database.db.delivery.findMany({
      where: { kind: "plan_notice", email },
      orderBy: { id: "asc" },
    });
    return mails.map(({ payload }) => payload);
  };
  const advance = (days: number) => {
    const { db, queue } = fixture.dependencies;
    return advancePlans(db, queue, new Date(Date.now() + days * DAY_MS));
  };

  it("is told to the owners once, and the plan stays for the days of grace", async () => {
    await buy(owner, "pro");
    await portal(owner, { action: "fail-payment" });
    await portal(owner, { action: "fail-payment" });
    await advance(GRACE_DAYS - 0.1);
    expect(await planOf(owner)).toBe("pro");
    expect(await pausedBy(fixture, owner.teamId)).toEqual([null, null, null]);
    expect(await noticesFor(owner.email)).toMatchObject([{ notice: "payment_failed", plan: "pro", pausedSites: 0 }]);
    await portal(owner, { action: "pay-invoice" });
  });

  it("pauses sites after the grace, tells the owners, and a payment brings all back", async () => {
    await buy(owner, "pro");
    await portal(owner, { action: "fail-payment" });
    await Promise.all([advance(GRACE_DAYS), advance(GRACE_DAYS)]);
    await advance(GRACE_DAYS + 1);
    expect(await planOf(owner)).toBe("free");
    expect(await pausedBy(fixture, owner.teamId)).toEqual([null, "plan", "plan"]);
    expect(await noticesFor(owner.email)).toMatchObject([
      { notice: "payment_failed" },
      { notice: "payment_overdue", plan: "pro", pausedSites: 2 },
    ]);
    // It cannot be bought a second time meanwhile: the portal asks for the payment.
    expect(await startCheckout(fixture.dependencies, { member: owner, offer: monthly("agency") })).toContain("/portal/");
    await portal(owner, { action: "pay-invoice" });
    expect(await findBilling(fixture.database.db, owner.teamId)).toMatchObject({
      plan: "pro",
      subscription: { status: "active", pastDueSince: null },
    });
    expect(await pausedBy(fixture, owner.teamId)).toEqual([null, null, null]);
  });

  it("is not fed a second subscription while an old one is unpaid", async () => {
    await buy(owner, "pro");
    await portal(owner, { action: "fail-payment" });
    const customer = (await findBilling(fixture.database.db, owner.teamId))?.stripeCustomerId;
    const [subscription] = Object.values(fixture.standIn.state.subscriptions).filter((each) => each.customer === customer);
    if (!subscription) throw new Error("there is no subscription");
    subscription.status = "unpaid";
    await finishCheckout(fixture.dependencies, { member: owner });
    expect(await planOf(owner)).toBe("free");
    expect(await startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") })).toContain("/portal/");
  });
});

describe("webhooks", () => {
  const receive = (body: string, signature: string | null) =>
    receiveStripeEvent({ ...fixture.dependencies, webhookSecret: WEBHOOK_SECRET }, { body, signature });
  const nowSeconds = () => Math.floor(Date.now() / 1000);

  it("counts an event once, however often it comes", async () => {
    await buy(owner, "pro");
    const [event] = Object.values(fixture.standIn.state.events).toReversed();
    const id = event?.id ?? "";
    fixture.answers.length = 0;
    await Promise.all([1, 2, 3].map(() => fixture.standIn.webhooks.deliver(id)));
    expect(fixture.answers.map((answer) => [answer.status, answer.outcome])).toEqual([1, 2, 3].map(() => [200, "repeat"]));
  });

  it("counts a new event once when it comes three times at the same moment", async () => {
    fixture.standIn.webhooks.hold();
    const url = await startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") });
    await press(url, { action: "pay" });
    const id = fixture.standIn.state.undelivered.at(-1) ?? "";
    await Promise.all([1, 2, 3].map(() => fixture.standIn.webhooks.deliver(id)));
    expect(fixture.answers.map((answer) => answer.outcome).toSorted()).toEqual(["applied", "repeat", "repeat"]);
    fixture.standIn.webhooks.release();
    await fixture.standIn.webhooks.settled();
  });

  it("has the same result for any order of the events", async () => {
    fixture.standIn.webhooks.hold();
    const before = fixture.standIn.state.undelivered.length;
    await press(await startCheckout(fixture.dependencies, { member: owner, offer: monthly("pro") }), { action: "pay" });
    await press(await startCheckout(fixture.dependencies, { member: owner, offer: monthly("agency") }), {
      action: "change",
      price: "price_standin_agency",
    });
    await press(await openPortal(fixture.dependencies, { member: owner, purpose: "manage" }), { action: "cancel" });
    const events = fixture.standIn.state.undelivered.slice(before);
    expect(events.length).toBeGreaterThan(5);
    for (const order of shuffles(events, 6)) {
      await fixture.database.db.stripeEvent.deleteMany();
      await fixture.database.db.subscription.deleteMany({ where: { teamId: owner.teamId } });
      await fixture.database.db.team.update({ where: { id: owner.teamId }, data: { plan: "free" } });
      for (const id of order) expect(await fixture.standIn.webhooks.deliver(id)).toBe(200);
      expect(await findBilling(fixture.database.db, owner.teamId)).toMatchObject({
        plan: "agency",
        subscription: { plan: "agency", status: "active", cancelAtPeriodEnd: true },
      });
    }
    fixture.standIn.webhooks.release();
    await fixture.standIn.webhooks.settled();
  });

  it.each([
    ["no signature", (_body: string) => null],
    ["a signature with another secret", (body: string) => signWebhook(body, "whsec_other", nowSeconds())],
    ["a signature of another body", (_body: string) => signWebhook("{}", WEBHOOK_SECRET, nowSeconds())],
    ["a signature of an hour ago", (body: string) => signWebhook(body, WEBHOOK_SECRET, nowSeconds() - 3600)],
  ])("refuses %s", async (_what, sign) => {
    const body = JSON.stringify({
      id: "evt_forged",
      object: "event",
      type: "invoice.paid",
      data: { object: { customer: "cus_1" } },
    });
    await expect(receive(body, sign(body))).rejects.toMatchObject({ code: "invalid-input" });
    expect(await fixture.database.db.stripeEvent.count({ where: { id: "evt_forged" } })).toBe(0);
  });

  it("accepts events about unknown customers and other things without an error", async () => {
    const send = (id: string, type: string) => {
      const body = JSON.stringify({
        id,
        object: "event",
        type,
        data: { object: { object: "invoice", customer: "cus_nobody" } },
      });
      return receive(body, signWebhook(body, WEBHOOK_SECRET, nowSeconds()));
    };
    expect(await send("evt_nobody", "invoice.paid")).toBe("unknown");
    expect(await send("evt_other", "product.created")).toBe("ignored");
  });

  it("handles an event again after a failure in the middle", async () => {
    await buy(owner, "pro");
    const away = { ...fixture.dependencies.settings, STRIPE_API_URL: "http://127.0.0.1:1" };
    const broken = { ...fixture.dependencies, stripe: createStripe(away) };
    const event = { id: `evt_retry_${owner.userId}`, object: "event", type: "customer.subscription.updated" };
    const customer = (await findBilling(fixture.database.db, owner.teamId))?.stripeCustomerId;
    const body = JSON.stringify({ ...event, data: { object: { object: "subscription", customer } } });
    const received = { body, signature: signWebhook(body, WEBHOOK_SECRET, nowSeconds()) };
    await expect(receiveStripeEvent({ ...broken, webhookSecret: WEBHOOK_SECRET }, received)).rejects.toThrow();
    expect(await receive(received.body, received.signature)).toBe("applied");
  });

  it("touches no other team", async () => {
    const neighbour = await makeOwner(fixture, { sites: 2 });
    await buy(neighbour, "pro");
    await buy(owner, "agency");
    await portal(owner, { action: "cancel-now" });
    expect(await planOf(owner)).toBe("free");
    expect(await planOf(neighbour)).toBe("pro");
    expect(await pausedBy(fixture, neighbour.teamId)).toEqual([null, null]);
  });
});

/** Returns the order reversed, and orders shuffled by a fixed rule, so that every run is the same. */
function shuffles(ids: string[], count: number): string[][] {
  const orders = [ids.toReversed()];
  for (let step = 2; orders.length < count; step++) {
    const keyed = ids.map((id, index) => ({ id, key: ((index + 1) * step * 7919) % 104_729 }));
    orders.push(keyed.toSorted((a, b) => a.key - b.key).map(({ id }) => id));
  }
  return orders;
}
