import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { type Quality, type QualityFigures, qualityOf } from "#worker/core/view/quality/quality-score.ts";
import type { CrawlView } from "../crawls/crawl-view.ts";
import { findCurrentCrawls } from "../crawls/live/find-current-crawls.ts";
import { findQuality } from "../figures/find-quality.ts";
import { findIssueList, type IssueList } from "../issue-list/find-issue-list.ts";
import { findSite } from "../sites/find-site.ts";

/** A Site's report for people outside its Team, by the queries of the Site's own page. `crawl` null: none has finished. */
export type Report = {
  siteName: string;
  startUrl: string;
  timeZone: string;
  crawl: CrawlView | null;
  quality: { figures: QualityFigures; quality: Quality } | null;
  list: IssueList;
};

type Wanted = { teamId: TeamScope; siteId: string; query: IssueListQuery; now: Date };

/** Returns the report of a Site with one page of its Issues; null if the Team has no such Site. */
export async function findReport(db: Database, { teamId, siteId, query, now }: Wanted): Promise<Report | null> {
  const wanted = { teamId, siteId };
  const site = await findSite(db, wanted);
  if (!site) return null;
  const [crawls, figures, list] = await Promise.all([
    findCurrentCrawls(db, wanted),
    findQuality(db, wanted),
    findIssueList(db, { ...wanted, query, now }),
  ]);
  const quality = figures && qualityOf(figures);
  return {
    siteName: site.name,
    startUrl: site.startUrl,
    timeZone: site.timeZone,
    crawl: crawls.finished,
    quality: quality && { figures, quality },
    list,
  };
}
