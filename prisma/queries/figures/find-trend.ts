import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { type CheckCounts, completeCounts } from "#worker/core/checks/check-kinds.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { QualityFigures } from "#worker/core/view/quality/quality-score.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** One Crawl of a whole Site with what it measured; `figures` is null if it failed or is older than the measuring. */
export type TrendPoint = { crawlId: string; at: Date; figures: QualityFigures | null; open: CheckCounts | null };

type Row = {
  id: string;
  at: Date;
  words: number | null;
  links: number;
  mistakes: number | null;
  brokenLinks: number | null;
  openIssues: unknown;
};

const openSchema = z.record(z.string(), z.number().int().min(0));
/** More points than a chart can show; a Site has one Crawl a day and some that were requested. */
const MOST_POINTS = 5_000;

/** Returns the ended Crawls of a whole Site since a moment, oldest first; none if the Team has no such Site. */
export async function findTrend(
  db: Database,
  { teamId, siteId, since }: { teamId: TeamScope; siteId: string; since: Date },
): Promise<TrendPoint[]> {
  // As text, because the database may know more reasons than this version.
  const rows = await db.$queryRaw<Row[]>`
    SELECT crawl."id", crawl."finishedAt" AS "at", crawl."words", crawl."linksChecked" AS "links", crawl."mistakes",
      crawl."brokenLinks", crawl."openIssues"
    FROM "Crawl" AS crawl JOIN "Site" AS site ON site."id" = crawl."siteId"
    WHERE site."id" = ${siteId} AND ${sqlSitesOf(teamId)} AND crawl."queuedAt" >= ${since}
      AND crawl."state" IN ('finished', 'failed') AND crawl."finishedAt" IS NOT NULL
      AND crawl."reason"::text IN ('first', 'scheduled', 'requested')
    ORDER BY crawl."finishedAt" DESC, crawl."id" DESC LIMIT ${MOST_POINTS}`;
  return rows.map(toPoint).reverse();
}

function toPoint({ id, at, words, links, mistakes, brokenLinks, openIssues }: Row): TrendPoint {
  if (words === null || mistakes === null || brokenLinks === null) return { crawlId: id, at, figures: null, open: null };
  return {
    crawlId: id,
    at,
    figures: { words, links, mistakes, brokenLinks },
    open: completeCounts(openSchema.parse(openIssues ?? {})),
  };
}
