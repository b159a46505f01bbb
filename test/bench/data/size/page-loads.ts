import type { Database } from "#prisma/client.ts";
import { findApiCrawls } from "#prisma/queries/api/find-api-crawls.ts";
import { findApiIssues, findApiIssuesOnPage } from "#prisma/queries/api/find-api-issues.ts";
import { findApiPages } from "#prisma/queries/api/find-api-pages.ts";
import { findApiSites } from "#prisma/queries/api/find-api-sites.ts";
import { findCrawlPages } from "#prisma/queries/crawls/find-crawl-pages.ts";
import { findCrawls } from "#prisma/queries/crawls/find-crawls.ts";
import { findCurrentCrawls } from "#prisma/queries/crawls/live/find-current-crawls.ts";
import { findQuality } from "#prisma/queries/figures/find-quality.ts";
import { findToday } from "#prisma/queries/figures/find-today.ts";
import { findTrend } from "#prisma/queries/figures/find-trend.ts";
import { findIgnoredIssues, findIgnoreRuleViews } from "#prisma/queries/ignoring/find-ignored.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { findIssueList } from "#prisma/queries/issue-list/find-issue-list.ts";
import { findListOptions } from "#prisma/queries/issue-list/find-list-options.ts";
import { findIssue } from "#prisma/queries/issues/find-issue.ts";
import { findIssueHistory } from "#prisma/queries/issues/find-issue-history.ts";
import { findIssuePlaces } from "#prisma/queries/issues/find-issue-places.ts";
import { findIssueText } from "#prisma/queries/issues/find-issue-text.ts";
import { findPage } from "#prisma/queries/pages/find-page.ts";
import { findPageIssues } from "#prisma/queries/pages/find-page-issues.ts";
import { findAllPages, findPageList } from "#prisma/queries/pages/find-page-list.ts";
import { findPageText } from "#prisma/queries/pages/find-page-text.ts";
import { findReadingGrade } from "#prisma/queries/pages/find-reading-grade.ts";
import { isOrphan } from "#prisma/queries/pages/is-orphan.ts";
import { findActivity } from "#prisma/queries/people/find-activity.ts";
import { findIssuePicture } from "#prisma/queries/pictures/find-issue-picture.ts";
import { findFeedEntries } from "#prisma/queries/sharing/find-feed-entries.ts";
import { findSites } from "#prisma/queries/sites/find-sites.ts";
import { findInPages } from "#prisma/queries/style/find-in-pages.ts";
import { findTeamData } from "#prisma/queries/team-data/find-team-data.ts";
import { findOwnWords } from "#prisma/queries/words/find-own-words.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

export type PageLoad = { name: string; load(db: Database): Promise<unknown> };
/** Names what the pages are about: a large Site, an Issue that is on all its pages, and one of them. */
export type LoadTarget = { teamId: string; siteId: string; issueId: string; pageId: string; crawlId: string; now: Date };

const DAY_MS = 86_400_000;

/** Returns what each page for a Team reads, by the product's own queries. */
export function pageLoads({ teamId, siteId, issueId, pageId, crawlId, now }: LoadTarget): PageLoad[] {
  const ofTeam = { teamId, now };
  const ofSite = { teamId, siteId };
  const ofPage = { ...ofSite, pageId };
  const first = { skip: 0, take: 50 };
  return [
    { name: "list of sites", load: (db) => Promise.all([findSites(db, ofTeam), findToday(db, ofTeam)]) },
    {
      name: "site",
      load: (db) => Promise.all([findCurrentCrawls(db, ofSite), findQuality(db, ofSite), issueList(db, "", siteId)]),
    },
    ...[
      "",
      "q=sentence",
      "q=no+such+words",
      "section=shop",
      "sort=page",
      "group=page",
      "state=fixed&sort=newest",
      "page=100",
    ].flatMap((search) => [
      { name: `site's issues ${search}`, load: (db: Database) => issueList(db, search, siteId) },
      { name: `team's issues ${search}`, load: (db: Database) => issueList(db, search) },
    ]),
    { name: "team's issues group=mistake", load: (db) => issueList(db, "group=mistake") },
    { name: "choices of the filters", load: (db) => findListOptions(db, { teamId, siteId, pageId }) },
    {
      name: "issue on all pages",
      load: async (db) => {
        const wanted = { ...ofSite, issueId };
        await Promise.all([findIssue(db, wanted), findIssueHistory(db, wanted)]);
        return Promise.all([
          findIssuePlaces(db, { ...wanted, skip: 0, take: 25 }),
          findIssueText(db, wanted),
          findIssuePicture(db, wanted),
        ]);
      },
    },
    {
      name: "page",
      load: async (db) => {
        await findPage(db, ofPage);
        const [issues] = await Promise.all([findPageIssues(db, ofPage), isOrphan(db, ofPage), findReadingGrade(db, ofPage)]);
        return findPageText(db, { ...ofPage, issueIds: issues.map(({ id }) => id) });
      },
    },
    { name: "pages of a site", load: (db) => findPageList(db, { ...ofSite, q: "", state: undefined, ...first }) },
    { name: "trends of a year", load: (db) => findTrend(db, { ...ofSite, since: new Date(now.getTime() - 365 * DAY_MS) }) },
    { name: "crawls", load: (db) => findCrawls(db, { ...ofSite, ...first }) },
    { name: "crawl", load: (db) => findCrawlPages(db, { teamId, crawlId }) },
    { name: "activity", load: (db) => findActivity(db, { teamId, ...first }) },
    {
      name: "ignored",
      load: (db) =>
        Promise.all([findIgnoreRuleViews(db, { ...ofSite, ...first }), findIgnoredIssues(db, { ...ofSite, ...first })]),
    },
    { name: "own words", load: (db) => findOwnWords(db, { ...ofSite, take: 100 }) },
    { name: "search in texts", load: (db) => findInPages(db, { teamId, wanted: "no such words", skip: 0, take: 20 }) },
    { name: "feed", load: (db) => findFeedEntries(db, ofSite) },
    {
      name: "export of issues, first rows",
      load: (db) => findAllIssues(db, { ...ofTeam, query: parseIssueListQuery({}) }).next(),
    },
    { name: "export of pages, first rows", load: (db) => findAllPages(db, { ...ofSite, q: "", state: undefined }).next() },
    {
      name: "export of all data, first rows of each list",
      load: async (db) => {
        for (const list of findTeamData(db, { teamId })) await list.read().next();
      },
    },
    { name: "API: sites", load: (db) => findApiSites(db, { teamId, after: null, take: 50 }) },
    {
      name: "API: issues",
      load: (db) => findApiIssues(db, { ...ofSite, state: "open", check: "grammar", after: null, take: 100 }),
    },
    {
      name: "API: rare issues",
      load: (db) => findApiIssues(db, { ...ofSite, state: "open", check: "none", after: null, take: 100 }),
    },
    { name: "API: pages", load: (db) => findApiPages(db, { ...ofSite, state: undefined, after: null, take: 100 }) },
    { name: "API: failed pages", load: (db) => findApiPages(db, { ...ofSite, state: "unreadable", after: null, take: 100 }) },
    { name: "API: crawls", load: (db) => findApiCrawls(db, { ...ofSite, after: null, take: 50 }) },
    { name: "API: issues on a page", load: (db) => findApiIssuesOnPage(db, { teamId, pageId }) },
  ];

  function issueList(db: Database, search: string, ofSiteId?: string) {
    const query = parseIssueListQuery(Object.fromEntries(new URLSearchParams(search)));
    return findIssueList(db, { teamId, siteId: ofSiteId, query, now });
  }
}
