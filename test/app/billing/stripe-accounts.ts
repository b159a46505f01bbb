import type Stripe from "stripe";
import { createStripe } from "#app/_lib/stripe/create-stripe.ts";
import { lookupKey, type Offer } from "#app/_lib/stripe/prices.ts";
import type { BillingDependencies } from "#app/_lib/stripe/sync-subscription.ts";
import { createQueue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { BILLING_PERIODS, PLANS } from "#worker/core/plans.ts";
import { APP_URL, startBillingFixture } from "./billing-fixture.ts";

export type OpenAccount = {
  database: TestDatabase;
  dependencies: BillingDependencies & { appUrl: string };
  close(): Promise<void>;
};

/** A Stripe account that tests can use over the API alone. `skipped`: why it cannot be used now. */
export type StripeAccount = { name: string; skipped: string | null; open(): Promise<OpenAccount> };

/** All prices that we sell. */
export const OFFERS: readonly Offer[] = (["pro", "agency"] as const).flatMap((plan) =>
  BILLING_PERIODS.map((period) => ({ plan, period })),
);

const key = process.env.STRIPE_TEST_KEY;
const whyNot = key ? null : "set STRIPE_TEST_KEY to a key that begins with sk_test_";

/** The stand-in, and Stripe's test mode with STRIPE_TEST_KEY. STRIPE_TEST_API_URL replaces Stripe's address, to try the tests themselves. */
export const STRIPE_ACCOUNTS: readonly StripeAccount[] = [
  { name: "the stand-in", skipped: null, open: openStandIn },
  { name: `Stripe's test mode${whyNot ? ` (skipped: ${whyNot})` : ""}`, skipped: whyNot, open: openTestMode },
];

/** Opens the stand-in without webhooks, which Stripe cannot deliver to a test either. */
async function openStandIn(): Promise<OpenAccount> {
  const { standIn, ...fixture } = await startBillingFixture();
  standIn.webhooks.hold();
  return fixture;
}

async function openTestMode(): Promise<OpenAccount> {
  if (!key?.startsWith("sk_test_"))
    throw new Error("STRIPE_TEST_KEY must begin with sk_test_: with another key, money could move.");
  const database = await createTestDatabase();
  const queue = await createQueue(database.url, (error) => {
    throw error;
  });
  const settings = {
    STRIPE_SECRET_KEY: key,
    STRIPE_API_URL: process.env.STRIPE_TEST_API_URL,
    STRIPE_PRICE_PRO: undefined,
    STRIPE_PRICE_AGENCY: undefined,
    STRIPE_PRICE_PRO_YEARLY: undefined,
    STRIPE_PRICE_AGENCY_YEARLY: undefined,
    STRIPE_TAX: "off" as const,
  };
  const stripe = createStripe(settings);
  for (const offer of OFFERS) await providePrice(stripe, offer);
  const close = async () => {
    await queue.stop({ graceful: false });
    await database.drop();
  };
  return { database, dependencies: { db: database.db, queue, stripe, settings, appUrl: APP_URL }, close };
}

/** Creates the price of an offer, as its seller does once, unless the account has it. */
async function providePrice(stripe: Stripe, offer: Offer): Promise<void> {
  const { plan, period } = offer;
  const lookup_key = lookupKey(offer);
  const { data } = await stripe.prices.list({ lookup_keys: [lookup_key], active: true });
  if (data.length > 0) return;
  await stripe.prices.create({
    currency: "usd",
    unit_amount: PLANS[plan].prices[period],
    recurring: { interval: period },
    lookup_key,
    transfer_lookup_key: true,
    product_data: { name: `Flawless ${PLANS[plan].name}` },
  });
}
