import type { Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import { UUID_7 } from "#prisma/uuid-7.ts";
import type { SeenIssue } from "#worker/core/issues/issue.ts";
import type { IncompletePages } from "./find-incomplete-pages.ts";
import { toOccurrenceRows } from "./occurrence-rows.ts";

type Places = {
  seen: SeenIssue[];
  issueIds: ReadonlyMap<string, string>;
  pageIds: ReadonlyMap<string, string>;
  incomplete: IncompletePages;
};
/**
 * Updates the Occurrences of seen Issues and writes only differences. Unseen Issues keep their last Occurrences, which show
 * where a fixed mistake was. So do Occurrences on incomplete pages, which may still be right. Returns the ids of Issues with a difference.
 */
export async function recordOccurrences(tx: Transaction, { seen, issueIds, pageIds, incomplete }: Places): Promise<string[]> {
  const rows = seen.flatMap(({ fingerprint, occurrences }) => {
    const issueId = issueIds.get(fingerprint);
    return issueId === undefined ? [] : occurrences.flatMap((occurrence) => toOccurrenceRows(issueId, occurrence, pageIds));
  });
  const seenIds = seen.map(({ fingerprint }) => issueIds.get(fingerprint)).filter((id) => id !== undefined);
  if (seenIds.length === 0) return [];
  // The planner estimates a hundred rows for JSON. It would join by the Issue alone, so that an Issue on all of 2,000 pages takes four
  // million comparisons. Only a hash join takes all columns as its key.
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`;
  const changed = await tx.$queryRaw<{ id: string }[]>`
    WITH now AS (
      SELECT DISTINCT * FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS row("issueId" text, "pageId" text, "selector" text,
        "blockHash" text, "excerpt" text, "start" integer, "end" integer)
    ), gone AS (
      DELETE FROM "Occurrence" AS known WHERE known."issueId" = ANY(${seenIds})
        AND known."pageId" <> ALL(${incomplete.cutOff})
        AND NOT (known."pageId" = ANY(${incomplete.unchecked}) AND known."blockHash" IS NOT NULL) AND NOT EXISTS (
        SELECT 1 FROM now WHERE now."issueId" = known."issueId" AND now."pageId" = known."pageId" AND now."selector" = known."selector"
          AND now."excerpt" = known."excerpt"
          AND (now."blockHash", now."start", now."end") IS NOT DISTINCT FROM (known."blockHash", known."start", known."end"))
      RETURNING known."issueId"
    ), added AS (
      INSERT INTO "Occurrence" ("id", "issueId", "pageId", "selector", "blockHash", "excerpt", "start", "end")
      SELECT ${UUID_7}, now.* FROM now WHERE NOT EXISTS (
        SELECT 1 FROM "Occurrence" AS known WHERE known."issueId" = ANY(${seenIds}) AND now."issueId" = known."issueId" AND now."pageId" = known."pageId" AND now."selector" = known."selector"
        AND now."excerpt" = known."excerpt"
        AND (now."blockHash", now."start", now."end") IS NOT DISTINCT FROM (known."blockHash", known."start", known."end"))
      RETURNING "issueId"
    ) SELECT "issueId" AS "id" FROM gone UNION SELECT "issueId" FROM added`;
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true)`;
  return changed.map(({ id }) => id);
}
