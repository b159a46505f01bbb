import Stripe from "stripe";
import { lookupKey, type PaidPlanId } from "#app/_lib/stripe/prices.ts";
import { syncSubscription } from "#app/_lib/stripe/sync-subscription.ts";
import { WIND_DOWN_ID } from "#prisma/queries/winding-down/find-wind-down.ts";
import { type BillingFixture, makeOwner, type Owner, startBillingFixture } from "#test/app/billing/billing-fixture.ts";
import { PRICES } from "#test/stripe/catalogue.ts";
import type { CreditNote, Subscription } from "#test/stripe/objects.ts";
import { startSubscription } from "#test/stripe/subscriptions.ts";
import type { BillingPeriod } from "#worker/core/plans.ts";
import { SERVICE_OPEN, type WindDown } from "#worker/core/winding-down/wind-down.ts";
import type { WindDownTools } from "#worker/launch/winding-down/wind-down-tools.ts";

const DAY_MS = 86_400_000;
/** The day of the announcement, in the days of the stand-in, whose clock is the machine's. */
const START = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2;

export type Buyer = Owner & { subscription: Subscription };

export type WindDownFixture = {
  billing: BillingFixture;
  /** The tools of a command that runs so many days after the announcement. */
  toolsOn(day: number, changed?: Partial<WindDownTools>): WindDownTools;
  /** Midnight so many days after the day of the announcement. */
  midnight(day: number): Date;
  /** Creates an owner who buys a Plan so many days after the announcement. */
  buy(plan: PaidPlanId, facts?: { period?: BillingPeriod; day?: number }): Promise<Buyer>;
  /** Puts the closing into a stage, as if its steps had been taken. */
  set(state: Partial<WindDown>): Promise<void>;
  creditNotes(subscription: Subscription): CreditNote[];
  close(): Promise<void>;
};

/** Starts the database and the Stripe stand-in. Its webhooks are held, so that only the command itself changes anything. */
export async function startWindDownFixture(): Promise<WindDownFixture> {
  const billing = await startBillingFixture();
  const { dependencies, standIn, database } = billing;
  const { db } = database;
  standIn.webhooks.hold();
  const { state } = standIn;
  const midnight = (day: number) => new Date(START - DAY_MS / 2 + day * DAY_MS);
  return {
    billing,
    midnight,
    toolsOn: (day, changed = {}) => ({
      ...{ db, queue: dependencies.queue, billing: dependencies, operator: "op (npm run wind-down)" },
      now: () => new Date(START + day * DAY_MS),
      makeArchive: async () => "flawless-test.tar.gz.age",
      hasArchive: async () => true,
      deleteFiles: async () => (await db.droppedPicture.deleteMany()).count,
      ...changed,
    }),
    async buy(plan, { period = "month", day = 0 } = {}) {
      const owner = await makeOwner(billing, { sites: 2 });
      const { id: customer } = await dependencies.stripe.customers.create({ email: owner.email });
      await db.team.update({ where: { id: owner.teamId }, data: { stripeCustomerId: customer } });
      const price = PRICES.find(({ lookup_key }) => lookup_key === lookupKey({ plan, period }));
      if (!price) throw new Error("the stand-in sells every plan");
      state.clockAhead = Math.round((START + day * DAY_MS - Date.now()) / 1_000);
      const subscription = startSubscription(state, { customer, price, quantity: 1, metadata: {} });
      state.clockAhead = 0;
      await syncSubscription(dependencies, { customerId: customer });
      return { ...owner, subscription };
    },
    async set(changed) {
      const data = { ...SERVICE_OPEN, ...changed };
      await db.windDown.upsert({ where: { id: WIND_DOWN_ID }, create: { id: WIND_DOWN_ID, ...data }, update: data });
    },
    creditNotes: ({ id }) => Object.values(state.creditNotes).filter(({ metadata }) => metadata.flawless_wind_down === id),
    close: () => billing.close(),
  };
}

/** Returns a client of the stand-in whose connection breaks at one request: before it is sent, or before its answer arrives. */
export function breakingStripe(url: string, key: string, { at, lost }: { at: number; lost: "request" | "answer" }): Stripe {
  let count = 0;
  const breaking: typeof fetch = async (input, init) => {
    count += 1;
    if (count < at) return fetch(input, init);
    if (lost === "answer" && count === at) await (await fetch(input, init)).arrayBuffer();
    throw new TypeError("the connection broke");
  };
  const { hostname, port } = new URL(url);
  return new Stripe(key, {
    ...{ protocol: "http", host: hostname, port, maxNetworkRetries: 0, telemetry: false },
    httpClient: Stripe.createFetchHttpClient(breaking),
  });
}
