import type { Database } from "#prisma/client.ts";
import { allowsSite, type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";

export type WordView = { id: string; word: string; siteId: string | null; withEndings: boolean; createdAt: Date };

/** `siteId` null: the dictionary of all the Team's sites. `search`: part of the words. */
type Wanted = { teamId: TeamScope; siteId: string | null; search?: string; skip?: number; take: number };

/** Returns the words of a Site's or Team's dictionary in alphabetical order, and the number of all. */
export async function findWords(
  db: Database,
  { teamId, siteId, search = "", skip = 0, take }: Wanted,
): Promise<{ words: WordView[]; total: number }> {
  if (siteId !== null && !allowsSite(teamId, siteId)) return { words: [], total: 0 };
  const rows = await db.$queryRaw<(WordView & { total: bigint })[]>`
    SELECT "id", "word", "siteId", "withEndings", "createdAt", COUNT(*) OVER () AS "total" FROM "DictionaryWord"
    WHERE "teamId" = ${teamOf(teamId)} AND "siteId" IS NOT DISTINCT FROM ${siteId}
      AND (${search} = '' OR strpos(lower("word"), lower(${search})) > 0)
    ORDER BY lower("word"), "word" LIMIT ${take} OFFSET ${skip}`;
  return { words: rows.map(({ total: _total, ...word }) => word), total: Number(rows[0]?.total ?? 0) };
}
