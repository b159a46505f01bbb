import type { Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import type { IgnoreRule } from "#worker/core/issues/ignore-rules.ts";
import type { TrackedIssues } from "#worker/core/issues/track-issues.ts";
import { type OccurrenceRow, toOccurrenceRows } from "../issues/recording/occurrence-rows.ts";

type Hidden = {
  tracked: Pick<TrackedIssues, "hidden" | "merged">;
  rules: readonly IgnoreRule[];
  pageIds: ReadonlyMap<string, string>;
};

/** Stores with each rule for one page the places that it hides, so that they can be shown again without a Crawl. */
export async function recordHidden(tx: Transaction, { tracked, rules, pageIds }: Hidden): Promise<void> {
  const { hidden, merged } = tracked;
  const issues = new Map(rules.map(({ id, issueId }) => [id, merged.get(issueId ?? "") ?? issueId]));
  const rows = [...hidden].flatMap(([id, places]): { id: string; hidden: OccurrenceRow[] }[] => {
    const issueId = issues.get(id);
    return issueId ? [{ id, hidden: places.flatMap((place) => toOccurrenceRows(issueId, place, pageIds)) }] : [];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "IgnoreRule" AS rule SET "hidden" = now."hidden"
    FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS now("id" text, "hidden" jsonb)
    WHERE rule."id" = now."id" AND rule."hidden" <> now."hidden"`;
}
