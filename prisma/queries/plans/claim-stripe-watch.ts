import type { Database } from "#prisma/client.ts";

const ID = "stripe";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Stripe lists events for 30 days. */
const FIRST_LOOK_MS = 29 * DAY_MS;
/** Events are listed a little after they are made, and once more is harmless. */
const OVERLAP_MS = HOUR_MS;

/** The work of one look at Stripe: events made since then, and all subscriptions if that was not done for a day. */
export type StripeLook = { since: Date; isComparing: boolean };

/** Claims the hourly look at Stripe for this process; null if it was claimed within the hour, by this process or another one. */
export async function claimStripeWatch(db: Database, now: Date): Promise<StripeLook | null> {
  const never = new Date(now.getTime() - FIRST_LOOK_MS);
  await db.stripeWatch.createMany({
    data: [{ id: ID, claimedAt: never, eventsUntil: never, comparedAt: never }],
    skipDuplicates: true,
  });
  const { count } = await db.stripeWatch.updateMany({
    where: { id: ID, claimedAt: { lte: new Date(now.getTime() - HOUR_MS) } },
    data: { claimedAt: now },
  });
  if (count === 0) return null;
  const watch = await db.stripeWatch.findUniqueOrThrow({ where: { id: ID } });
  const since = new Date(Math.max(watch.eventsUntil.getTime() - OVERLAP_MS, never.getTime()));
  return { since, isComparing: now.getTime() - watch.comparedAt.getTime() >= DAY_MS - HOUR_MS };
}

/** Records that a look at Stripe was finished. One that failed is done again within the hour, from where the last began. */
export async function finishStripeWatch(db: Database, { isComparing }: StripeLook, now: Date): Promise<void> {
  await db.stripeWatch.update({
    where: { id: ID },
    data: { eventsUntil: now, ...(isComparing ? { comparedAt: now } : {}) },
  });
}
