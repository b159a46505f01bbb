import type { Database } from "#prisma/client.ts";
import { seesAllSites, type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import type { WordView } from "../words/find-words.ts";
import { requireApiSite } from "./require-api-site.ts";

const COLUMNS = { id: true, word: true, siteId: true, withEndings: true, createdAt: true } as const;

/** `siteId` null: the dictionary of all the Team's Sites. */
type Wanted = { teamId: TeamScope; siteId: string | null; after: string | null; take: number };

/** Returns a stretch of a dictionary by id. @throws DomainError `not-found` when the Team has no such Site. */
export async function findApiWords(db: Database, { teamId, siteId, after, take }: Wanted): Promise<WordView[]> {
  if (siteId !== null) await requireApiSite(db, { teamId, siteId });
  return db.dictionaryWord.findMany({
    where: { teamId: teamOf(teamId), siteId, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take,
    select: COLUMNS,
  });
}

/** Returns one word of a dictionary that a Member may change; null if there is no such word. */
export async function findApiWord(
  db: Database,
  { teamId, wordId }: { teamId: TeamScope; wordId: string },
): Promise<WordView | null> {
  const limit = seesAllSites(teamId) ? {} : { siteId: { in: [...teamId.siteIds] } };
  return db.dictionaryWord.findFirst({ where: { id: wordId, teamId: teamOf(teamId), ...limit }, select: COLUMNS });
}
