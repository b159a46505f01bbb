import type Stripe from "stripe";
import { isMissing } from "#app/_lib/stripe/sync-subscription.ts";
import { withStripe } from "#app/_lib/stripe/with-stripe.ts";
import type { Database } from "#prisma/client.ts";
import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { findSoleTeams } from "#prisma/queries/teams/find-sole-teams.ts";
import { requireHandedOver } from "#prisma/queries/teams/require-handed-over.ts";
import { deleteUser } from "#prisma/queries/users/delete-user.ts";

type Dependencies = {
  db: Database;
  now: Date;
  /** Called only if there is something to cancel. @throws DomainError `unavailable` when payments are not set up. */
  getStripe(): Stripe;
};

/**
 * Deletes a person's account and the Teams that only they own. Cancels subscriptions first: if that fails, nothing is deleted,
 * or the card would be charged for a deleted account. The caller has checked the password.
 * @throws DomainError `unavailable` when Stripe does not answer, `conflict` if a Team would lose its last owner.
 */
export async function deleteAccount({ db, getStripe, now }: Dependencies, { member }: { member: Member }): Promise<void> {
  await requireHandedOver(db, member.userId);
  const teams = await findSoleTeams(db, member.userId);
  const customers = teams.flatMap((team) => team.stripeCustomerId ?? []);
  const sentence =
    "We did not delete your account, because the payment service does not answer and we could not cancel your subscription. Try again later.";
  for (const customer of customers) await withStripe(sentence, () => cancelEverything(getStripe(), customer));
  await deleteUser(db, member.userId, now);
}

/**
 * Cancels a customer's subscriptions, and expires open Checkouts, since paying one would start a subscription without an
 * account.
 */
async function cancelEverything(stripe: Stripe, customer: string): Promise<void> {
  try {
    const { data: open } = await stripe.checkout.sessions.list({ customer, status: "open", limit: 100 });
    for (const session of open) await stripe.checkout.sessions.expire(session.id);
    const { data: running } = await stripe.subscriptions.list({ customer, limit: 100 });
    const live = running.filter((subscription) => subscription.status !== "incomplete_expired");
    for (const subscription of live) await stripe.subscriptions.cancel(subscription.id);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
