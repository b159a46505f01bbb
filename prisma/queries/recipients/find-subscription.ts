import type { Database } from "#prisma/client.ts";
import { plural } from "#worker/core/text/plural.ts";
import { findRhythms, type RhythmView } from "../rhythms/find-rhythms.ts";
import { findSuppressions, type SuppressionView } from "../suppressions/find-suppressions.ts";
import { recipientsOfToken } from "./recipients-of-token.ts";

/**
 * `about`: a Site's name, or "3 sites". `rhythm` null: mail comes at once, about everything. `suppression` null: nothing keeps us from
 * writing to the address.
 */
export type SubscriptionView = {
  email: string;
  about: string;
  unsubscribed: boolean;
  rhythm: RhythmView | null;
  suppression: SuppressionView | null;
};

/** Returns what the links in a report or a summary are about; null for an unknown or deleted token. */
export async function findSubscription(db: Database, token: string): Promise<SubscriptionView | null> {
  const known = await recipientsOfToken(db, token);
  const [first] = known?.recipients ?? [];
  if (!known || !first) return null;
  const { email, recipients } = known;
  const rhythms = await findRhythms(db, { teamId: first.site.teamId, emails: [email] });
  return {
    email,
    about: recipients.length === 1 ? first.site.name : plural(recipients.length, "site"),
    unsubscribed: recipients.every(({ unsubscribedAt }) => unsubscribedAt !== null),
    rhythm: rhythms.get(email) ?? null,
    suppression: (await findSuppressions(db, [email])).get(email) ?? null,
  };
}
