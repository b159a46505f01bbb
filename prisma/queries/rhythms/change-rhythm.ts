import type { Database } from "#prisma/client.ts";
import { makeToken } from "#prisma/secret-token.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import type { Rhythm } from "#worker/core/digest/rhythm.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { nextSummaryAt } from "#worker/core/schedule/next-summary-at.ts";
import { recipientsOfToken } from "../recipients/recipients-of-token.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** `checks`: those that are mailed; empty: all. */
export type WantedRhythm = { rhythm: Rhythm; hour: number; checks: readonly CheckId[] };

/**
 * Changes how often a recipient's person gets mail about all Sites of the Team, and about what. Nothing is lost and nothing comes twice: each
 * recipient's mark says what was mailed. Returns the address.
 * @throws DomainError `not-found` when the Team has no such recipient.
 */
export async function changeRhythm(
  { db, now }: { db: Database; now: Date },
  { recipient: which, ...wanted }: WantedRhythm & { recipient: { id: string; teamId: TeamScope } | { token: string } },
): Promise<{ email: string }> {
  const id = "token" in which ? (await recipientsOfToken(db, which.token))?.recipients[0]?.id : which.id;
  const recipient = await db.recipient.findFirst({
    where: { id: id ?? "", ...("teamId" in which ? { site: sitesOf(which.teamId) } : {}) },
    select: { email: true, site: { select: { teamId: true, timeZone: true } } },
  });
  if (!recipient) throw new DomainError("not-found", "This address no longer gets the mails. Reload the page.");
  const { email, site } = recipient;
  await saveRhythm(db, { email, ...site, ...wanted, now });
  return { email };
}

type Saved = WantedRhythm & { teamId: string; email: string; timeZone: string; now: Date };

async function saveRhythm(db: Database, { teamId, email, rhythm, hour, checks, timeZone, now }: Saved): Promise<void> {
  const changed = { rhythm, hour, checks: [...checks], timeZone, nextAt: nextSummaryAt({ rhythm, hour, timeZone }, now) };
  await db.mailRhythm.upsert({
    where: { teamId_email: { teamId, email } },
    create: { teamId, email, token: makeToken(), ...changed },
    update: changed,
  });
}
