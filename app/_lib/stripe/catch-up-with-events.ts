import { findUnknownEvents } from "#prisma/queries/teams/find-unknown-events.ts";
import { customerOfEvent } from "./customer-of-event.ts";
import { type BillingDependencies, syncSubscription } from "./sync-subscription.ts";

const PAGE = 100;

/**
 * Finds events that no webhook brought, as after an outage of ours, and syncs their customers. Returns the number of customers.
 * @throws the error of Stripe or the database; what was synced before stays.
 */
export async function catchUpWithEvents(dependencies: BillingDependencies, since: Date): Promise<number> {
  const { db, stripe } = dependencies;
  const missed = new Set<string>();
  let page = new Map<string, string>();
  const look = async () => {
    for (const id of await findUnknownEvents(db, [...page.keys()])) missed.add(page.get(id) ?? "");
    page = new Map();
  };
  for await (const event of stripe.events.list({ created: { gte: Math.floor(since.getTime() / 1000) }, limit: PAGE })) {
    const customerId = customerOfEvent(event);
    if (customerId) page.set(event.id, customerId);
    if (page.size === PAGE) await look();
  }
  await look();
  for (const customerId of missed) await syncSubscription(dependencies, { customerId });
  return missed.size;
}
