import { type Database, Prisma } from "#prisma/client.ts";
import { allowsSite, type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import type { WordView } from "./find-words.ts";

/** Words that are held in memory at a time. */
const BATCH = 5_000;

/** Reads all words of a Site's or Team's dictionary (`siteId` null) in batches, in alphabetical order. */
export async function* findAllWords(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string | null },
  batch = BATCH,
): AsyncGenerator<WordView[]> {
  if (siteId !== null && !allowsSite(teamId, siteId)) return;
  let last: string | undefined;
  do {
    const isAfter = last === undefined ? Prisma.empty : Prisma.sql`AND (lower("word"), "word") > (lower(${last}), ${last})`;
    const rows = await db.$queryRaw<WordView[]>`
      SELECT "id", "word", "siteId", "withEndings", "createdAt" FROM "DictionaryWord"
      WHERE "teamId" = ${teamOf(teamId)} AND "siteId" IS NOT DISTINCT FROM ${siteId} ${isAfter}
      ORDER BY lower("word"), "word" LIMIT ${batch}`;
    if (rows.length > 0) yield rows;
    last = rows.length < batch ? undefined : rows.at(-1)?.word;
  } while (last !== undefined);
}
