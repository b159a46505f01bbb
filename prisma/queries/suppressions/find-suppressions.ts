import type { Database, Transaction } from "#prisma/client.ts";
import type { MailSuppression } from "#prisma/generated/client.ts";

export type SuppressionView = Pick<MailSuppression, "reason" | "since">;

/** Returns which of some addresses get no reports, and why. */
export async function findSuppressions(
  db: Database | Transaction,
  emails: readonly string[],
): Promise<ReadonlyMap<string, SuppressionView>> {
  if (emails.length === 0) return new Map();
  const rows = await db.mailSuppression.findMany({
    where: { email: { in: [...emails] }, active: true },
    select: { email: true, reason: true, since: true },
  });
  return new Map(rows.map(({ email, ...suppression }) => [email, suppression]));
}
