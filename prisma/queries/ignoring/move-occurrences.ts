import { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import { UUID_7 } from "#prisma/uuid-7.ts";
import { type OccurrenceRow, occurrenceRow } from "../issues/recording/occurrence-rows.ts";
import { weighIssues } from "../issues/recording/weigh-issues.ts";

/** Reads the places of an Issue on one Page. */
export async function findOccurrencesOn(
  tx: Transaction,
  { issueId, pageId }: { issueId: string; pageId: string },
): Promise<OccurrenceRow[]> {
  const rows = await tx.occurrence.findMany({ where: { issueId, pageId }, orderBy: { id: "asc" } });
  return rows.map((row) => occurrenceRow.parse(row));
}

/**
 * Brings the places of an Issue in line with the rules that ignore it on single pages: those on other pages are left. If none are, all are
 * kept, so that they can be shown. `without`: a rule that is about to be deleted.
 */
export async function placeOccurrences(tx: Transaction, issueId: string, without?: string): Promise<void> {
  const rules = await tx.ignoreRule.findMany({
    where: { issueId, ...(without === undefined ? {} : { id: { not: without } }) },
    select: { pageId: true, hidden: true },
  });
  const pageIds = rules.flatMap(({ pageId }) => pageId ?? []);
  const left = await tx.occurrence.count({ where: { issueId, pageId: { notIn: pageIds } } });
  if (left > 0) {
    await tx.occurrence.deleteMany({ where: { issueId, pageId: { in: pageIds } } });
    await weighIssues(tx, [issueId]);
    return;
  }
  await showOccurrences(
    tx,
    rules.flatMap(({ hidden }) => z.array(occurrenceRow).parse(hidden)),
  );
}

/** Writes places that were hidden, except those that are there already. */
export async function showOccurrences(tx: Transaction, rows: readonly OccurrenceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Occurrence" ("id", "issueId", "pageId", "selector", "blockHash", "excerpt", "start", "end")
    SELECT ${UUID_7}, now.* FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS now("issueId" text, "pageId" text,
      "selector" text, "blockHash" text, "excerpt" text, "start" integer, "end" integer)
    WHERE NOT EXISTS (
      SELECT 1 FROM "Occurrence" AS known WHERE known."issueId" = now."issueId" AND known."pageId" = now."pageId"
        AND known."selector" = now."selector" AND known."excerpt" = now."excerpt"
        AND (now."blockHash", now."start", now."end") IS NOT DISTINCT FROM (known."blockHash", known."start", known."end"))`;
  await weighIssues(tx, [...new Set(rows.map(({ issueId }) => issueId))]);
}
