import type { Database } from "#prisma/client.ts";
import { storedBlockKind } from "#prisma/stored-json.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { PlacedIssue, ReadBlock } from "#worker/core/view/marks/mark-blocks.ts";
import { sitesOf, sqlSitesOf } from "../sites/site-filter.ts";

/** Blocks shown of one page; longer ones are lists and archives. */
const MOST_BLOCKS = 1_500;

/** The text of a Page now, with the places of some Issues. `isCut`: it says more. */
export type PageText = { blocks: ReadBlock[]; placed: PlacedIssue[]; isCut: boolean };

type Wanted = { teamId: TeamScope; siteId: string; pageId: string; issueIds: readonly string[] };
type BlockRow = { hash: string; kind: string; selector: string; text: string };

/** Returns what a Page says now, in the order of its text; empty if it was not read, or the Team has no such Page. */
export async function findPageText(db: Database, { teamId, siteId, pageId, issueIds }: Wanted): Promise<PageText> {
  const rows = await db.$queryRaw<BlockRow[]>`
    SELECT placed."value"->>'hash' AS "hash", placed."value"->>'kind' AS "kind", placed."value"->>'selector' AS "selector", block."text"
    FROM "Page" AS page JOIN "Site" AS site ON site."id" = page."siteId" JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
      CROSS JOIN LATERAL jsonb_array_elements(snapshot."blocks") WITH ORDINALITY AS placed("value", "at")
      JOIN "Block" AS block ON block."siteId" = page."siteId" AND block."hash" = placed."value"->>'hash'
    WHERE page."id" = ${pageId} AND page."siteId" = ${siteId} AND ${sqlSitesOf(teamId)}
    ORDER BY placed."at" LIMIT ${MOST_BLOCKS + 1}`;
  const occurrences = await db.occurrence.findMany({
    where: { pageId, issueId: { in: [...issueIds] }, page: { siteId, site: sitesOf(teamId) } },
    orderBy: { id: "asc" },
    select: {
      issueId: true,
      selector: true,
      blockHash: true,
      start: true,
      end: true,
      excerpt: true,
      issue: { select: { text: true } },
    },
  });
  return {
    blocks: rows.slice(0, MOST_BLOCKS).map(({ kind, ...block }) => ({ ...block, kind: storedBlockKind.parse(kind) })),
    placed: occurrences.map(({ issue, ...place }) => ({ ...place, mistake: issue.text })),
    isCut: rows.length > MOST_BLOCKS,
  };
}
