import type { Database } from "#prisma/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";

export type Subscription = { email: string; siteName: string; siteHost: string; confirmed: boolean; unsubscribed: boolean };

/** Returns the recipient that the links in a mail were made for; null for an unknown token, or one of a deleted Site. */
export async function findRecipientByToken(db: Database, token: string): Promise<Subscription | null> {
  const recipient = await db.recipient.findFirst({
    where: { token, site: { teamId: { not: DELETED_TEAM_ID } } },
    include: { site: { select: { name: true, startUrl: true } } },
  });
  if (!recipient) return null;
  const { email, confirmedAt, unsubscribedAt, site } = recipient;
  const isSubscribed = { confirmed: confirmedAt !== null, unsubscribed: unsubscribedAt !== null };
  return { email, siteName: site.name, siteHost: new URL(site.startUrl).hostname, ...isSubscribed };
}
