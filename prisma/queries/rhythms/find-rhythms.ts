import type { Database, Transaction } from "#prisma/client.ts";
import type { MailRhythm } from "#prisma/generated/client.ts";

export type RhythmView = Pick<MailRhythm, "rhythm" | "hour" | "checks">;

/** Returns how often persons of a Team get mail, by address; those without an entry get it at once, about everything. */
export async function findRhythms(
  db: Database | Transaction,
  { teamId, emails }: { teamId: string; emails: readonly string[] },
): Promise<Map<string, RhythmView>> {
  const rows = await db.mailRhythm.findMany({
    where: { teamId, email: { in: [...emails] } },
    select: { email: true, rhythm: true, hour: true, checks: true },
  });
  return new Map(rows.map(({ email, ...rhythm }) => [email, rhythm]));
}
