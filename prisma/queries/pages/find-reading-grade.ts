import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { storedBlockKind } from "#prisma/stored-json.ts";
import { readingGrade } from "#worker/core/checks/style/readability.ts";
import { LANGUAGES } from "#worker/core/language/languages.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

const language = z.enum(LANGUAGES).nullable().catch(null);

/** Returns the reading grade of what a Page says now; null where it has too little English prose, or the Team has no such Page. */
export async function findReadingGrade(
  db: Database,
  { teamId, siteId, pageId }: { teamId: TeamScope; siteId: string; pageId: string },
): Promise<number | null> {
  const rows = await db.$queryRaw<{ kind: string; text: string; language: string | null }[]>`
    SELECT DISTINCT ON (block."hash") block."kind", block."text", block."language"
    FROM "Page" AS page JOIN "Site" AS site ON site."id" = page."siteId" JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
      jsonb_to_recordset(snapshot."blocks") AS placed("hash" text) JOIN "Block" AS block ON block."siteId" = ${siteId} AND block."hash" = placed."hash"
    WHERE page."id" = ${pageId} AND page."siteId" = ${siteId} AND ${sqlSitesOf(teamId)}`;
  return readingGrade(
    rows.map(({ kind, text, language: stored }) => ({
      kind: storedBlockKind.parse(kind),
      text,
      language: language.parse(stored),
    })),
  );
}
