import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/** Records that the question about a Site's own words was answered, so that the report stops asking it. @throws DomainError `not-found`. */
export async function answerOwnWords(
  db: Database,
  { teamId, siteId, now }: { teamId: string; siteId: string; now: Date },
): Promise<void> {
  const { count } = await db.site.updateMany({ where: { id: siteId, teamId }, data: { ownWordsAnsweredAt: now } });
  if (count === 0) throw new DomainError("not-found", "This site is no longer in your list.");
}
