import type { Database } from "#prisma/client.ts";

/** Who gets a Site's mails. `confirmedAt` null: asked, and not agreed yet. */
export type RecipientView = { id: string; email: string; confirmedAt: Date | null; unsubscribedAt: Date | null };

/** The recipients of a Site in the order in which they were added; none when the Site is not the Team's. */
export async function findRecipients(
  db: Database,
  { teamId, siteId }: { teamId: string; siteId: string },
): Promise<RecipientView[]> {
  return db.recipient.findMany({
    where: { siteId, site: { teamId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, email: true, confirmedAt: true, unsubscribedAt: true },
  });
}
