import type { Database, Transaction } from "#prisma/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";

/** `teamId` null: one recipient, of one Site. Else: a person, about all Sites of the Team. */
export type TokenRecipients = {
  teamId: string | null;
  email: string;
  recipients: {
    id: string;
    siteId: string;
    unsubscribedAt: Date | null;
    site: { name: string; startUrl: string; teamId: string };
  }[];
};

const COLUMNS = {
  id: true,
  siteId: true,
  unsubscribedAt: true,
  site: { select: { name: true, startUrl: true, teamId: true } },
} as const;

/**
 * Returns whom the token in the links of a mail is for: a report's about one Site, a summary's about all. Null for an unknown token, and for one
 * of a deleted Site unless `withDeleted`.
 */
export async function recipientsOfToken(
  db: Database | Transaction,
  token: string,
  { withDeleted = false }: { withDeleted?: boolean } = {},
): Promise<TokenRecipients | null> {
  const ofSite = withDeleted ? {} : { site: { teamId: { not: DELETED_TEAM_ID } } };
  const recipient = await db.recipient.findFirst({ where: { token, ...ofSite }, select: { ...COLUMNS, email: true } });
  if (recipient) return { teamId: null, email: recipient.email, recipients: [recipient] };
  const person = await db.mailRhythm.findUnique({ where: { token }, select: { teamId: true, email: true } });
  if (!person) return null;
  const { teamId, email } = person;
  const where = { email, site: { teamId }, confirmedAt: { not: null } };
  return { teamId, email, recipients: await db.recipient.findMany({ where, select: COLUMNS }) };
}
