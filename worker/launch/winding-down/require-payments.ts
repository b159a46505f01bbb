import { findStopped, findUnsettled } from "#prisma/queries/winding-down/wind-down-subscriptions.ts";
import { DomainError } from "#worker/core/errors.ts";
import { plural } from "#worker/core/text/plural.ts";
import type { WindDownTools } from "./wind-down-tools.ts";

/** Refuses to go on without Stripe while Teams pay there, since their cards would be charged further. @throws DomainError `invalid-input`. */
export async function requirePayments({ db, billing }: Pick<WindDownTools, "db" | "billing">): Promise<void> {
  if (billing) return;
  const [running, stopped, unsettled] = await Promise.all([
    db.subscription.count({ where: { status: { notIn: ["canceled", "incomplete_expired"] } } }),
    findStopped(db),
    findUnsettled(db),
  ]);
  const count = Math.max(running, stopped.length, unsettled.length);
  if (count === 0) return;
  throw new DomainError(
    "invalid-input",
    `There are subscriptions at Stripe, of ${plural(count, "team")}. Set STRIPE_SECRET_KEY to the key of that account, in .env or the environment.`,
  );
}
