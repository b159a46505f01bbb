import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/** Ends a secret address at once. @throws DomainError `not-found` when the Team's Site has no such address. */
export async function endShareLink(
  db: Database,
  { teamId, siteId, linkId }: { teamId: string; siteId: string; linkId: string },
): Promise<void> {
  const { count } = await db.shareLink.deleteMany({ where: { id: linkId, siteId, site: { teamId } } });
  if (count === 0) throw new DomainError("not-found", "This address has already ended.");
}
