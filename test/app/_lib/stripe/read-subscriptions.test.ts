import { describe, expect, it } from "vitest";
import { readSubscriptions, type SubscriptionFacts } from "#app/_lib/stripe/read-subscriptions.ts";

const SETTINGS = {
  STRIPE_SECRET_KEY: "sk_test_x",
  STRIPE_API_URL: undefined,
  STRIPE_PRICE_PRO: "price_configured",
  STRIPE_PRICE_AGENCY: undefined,
  STRIPE_PRICE_PRO_YEARLY: undefined,
  STRIPE_PRICE_AGENCY_YEARLY: "price_agency_year",
  STRIPE_TAX: "off" as const,
};
const END = 1_800_000_000;

type Wanted = Partial<Omit<SubscriptionFacts, "items">> & {
  lookup?: string | null;
  price?: string;
  interval?: "month" | "year" | "week";
  metadata?: Record<string, string>;
};

function subscription({
  lookup = "flawless_pro_monthly",
  price = "price_1",
  metadata = {},
  interval = "month",
  ...rest
}: Wanted = {}): SubscriptionFacts {
  const cost = { unit_amount: 1_900, currency: "usd" };
  const item = {
    current_period_end: END,
    price: { id: price, lookup_key: lookup, metadata, recurring: { interval }, ...cost },
  };
  return {
    id: "sub_1",
    status: "active",
    created: 1,
    cancel_at: null,
    cancel_at_period_end: false,
    items: { data: [item] },
    ...rest,
  };
}

describe("readSubscriptions", () => {
  it.each([
    ["active", "pro"],
    ["trialing", "pro"],
    ["past_due", "pro"],
    ["canceled", "free"],
    ["unpaid", "free"],
    ["incomplete", "free"],
    ["incomplete_expired", "free"],
    ["paused", "free"],
  ] as const)("reads a subscription that is %s as the %s plan", (status, plan) => {
    expect(readSubscriptions([subscription({ status })], SETTINGS).plan).toBe(plan);
  });

  it.each([
    ["its lookup key", { lookup: "flawless_agency_monthly" }, "agency"],
    ["the lookup key of a year", { lookup: "flawless_agency_yearly" }, "agency"],
    ["the configured id of a year", { lookup: null, price: "price_agency_year" }, "agency"],
    ["the configured id", { lookup: null, price: "price_configured" }, "pro"],
    ["its metadata, when its lookup key has moved to a newer price", { lookup: null, metadata: { plan: "agency" } }, "agency"],
    ["nothing we know, and then leaves the plan alone", { lookup: "someone_elses" }, null],
    ["no claim to be free", { lookup: null, metadata: { plan: "free" } }, null],
  ] as const)("recognises a price by %s", (_what, wanted, plan) => {
    expect(readSubscriptions([subscription(wanted)], SETTINGS).plan).toBe(plan);
  });

  it("gives no plan to a customer without a purchase", () => {
    expect(readSubscriptions([], SETTINGS)).toEqual({ plan: "free", subscription: null });
  });

  it.each([
    ["cancel_at_period_end", { cancel_at_period_end: true }, END],
    ["cancel_at alone, as the flexible billing mode does", { cancel_at: END - 5 }, END - 5],
  ])("detects the end by %s", (_what, wanted, endsAt) => {
    expect(readSubscriptions([subscription(wanted)], SETTINGS).subscription).toMatchObject({
      cancelAtPeriodEnd: true,
      currentPeriodEnd: new Date(endsAt * 1000),
    });
  });

  it("uses the highest plan in force, in any order of the list", () => {
    const all = [
      subscription({ id: "sub_old", status: "canceled", created: 9, lookup: "flawless_agency_monthly" }),
      subscription({ id: "sub_pro", created: 2 }),
      subscription({ id: "sub_agency", created: 1, lookup: "flawless_agency_monthly" }),
    ];
    for (const order of [all, all.toReversed()]) {
      expect(readSubscriptions(order, SETTINGS)).toMatchObject({ plan: "agency", subscription: { id: "sub_agency" } });
    }
  });

  it.each(["month", "year"] as const)("tells a payment for a %s from others", (interval) => {
    expect(readSubscriptions([subscription({ interval })], SETTINGS).subscription?.period).toBe(interval);
  });

  it("prefers a paid plan to a larger one whose payment fails, in any order of the list", () => {
    const all = [
      subscription({ id: "sub_late", status: "past_due", created: 2, lookup: "flawless_agency_monthly" }),
      subscription({ id: "sub_paid", created: 1 }),
    ];
    for (const order of [all, all.toReversed()]) {
      expect(readSubscriptions(order, SETTINGS)).toMatchObject({ plan: "pro", subscription: { id: "sub_paid" } });
    }
  });

  it("shows the newest ended subscription", () => {
    const all = [
      subscription({ id: "sub_a", status: "canceled", created: 1 }),
      subscription({ id: "sub_b", status: "canceled", created: 2 }),
    ];
    expect(readSubscriptions(all, SETTINGS)).toMatchObject({ plan: "free", subscription: { id: "sub_b" } });
  });
});
