import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OwnWordsNotice } from "#app/(dashboard)/_words/own-words-notice.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findCurrentCrawls } from "#prisma/queries/crawls/find-current-crawls.ts";
import { countIssues, totalOf } from "#prisma/queries/issues/count-issues.ts";
import { CheckAddressForm } from "./_again/check-address-form.tsx";
import { IssueBoard } from "./_issues/issue-board.tsx";
import { IssueFilters } from "./_issues/issue-filters.tsx";
import { type IssueQuery, parseIssueQuery } from "./_issues/issue-query.ts";
import { NoIssues } from "./_issues/no-issues.tsx";
import { CrawlProgress } from "./_progress/crawl-progress.tsx";
import { NoReport } from "./_progress/no-report.tsx";
import { ReportSummary } from "./_progress/report-summary.tsx";
import { QualitySummary } from "./_quality/quality-summary.tsx";
import { requireSite } from "./require-site.ts";
import { UnverifiedNotice } from "./unverified-notice.tsx";

type Props = {
  params: Promise<{ siteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site } = await requireSite((await params).siteId);
  return { title: { absolute: `${site.name} · Flawless` } };
}

/** The current issues of a site, or the progress of its first crawl. */
export default async function SitePage({ params, searchParams }: Props) {
  const { member, site, canChange } = await requireSite((await params).siteId);
  const query = parseIssueQuery(await searchParams);
  // Where earlier mails lead.
  if (query.issue) redirect(`/sites/${site.id}/issues/${query.issue}`);
  const wanted = { teamId: member.teamId, siteId: site.id };
  const crawls = await findCurrentCrawls(getDatabase(), wanted);
  return (
    <>
      {crawls.goingOn && (
        <CrawlProgress key={crawls.goingOn.id} crawl={crawls.goingOn} first={!crawls.finished} canStop={canChange} />
      )}
      {!crawls.goingOn && !crawls.finished && <NoReport siteId={site.id} crawl={crawls.ended} canChange={canChange} />}
      {crawls.ended && canChange && <UnverifiedNotice site={site} plan={member.plan} />}
      {crawls.finished && (
        <>
          {canChange && !site.pausedBy && <CheckAddressForm siteId={site.id} startUrl={site.startUrl} />}
          <ReportSummary site={site} crawl={crawls.finished} ended={crawls.ended} now={new Date()} />
          <QualitySummary {...wanted} />
          <OwnWordsNotice {...wanted} answeredAt={site.ownWordsAnsweredAt} canChange={canChange} />
          <Issues
            {...wanted}
            query={query}
            canChange={canChange}
            pagesRead={crawls.finished.pagesDone - crawls.finished.pagesFailed}
            paused={site.pausedBy !== null}
          />
        </>
      )}
    </>
  );
}

type IssuesProps = {
  teamId: string;
  siteId: string;
  query: IssueQuery;
  canChange: boolean;
  pagesRead: number;
  paused: boolean;
};

async function Issues({ teamId, siteId, query, canChange, pagesRead, paused }: IssuesProps) {
  const counts = await countIssues(getDatabase(), { teamId, siteId });
  const shown = query.check ? counts[query.state][query.check] : totalOf(counts, query.state);
  return (
    <>
      <IssueFilters siteId={siteId} counts={counts} query={query} />
      {shown === 0 && <NoIssues query={query} pagesRead={pagesRead} paused={paused} />}
      <IssueBoard teamId={teamId} siteId={siteId} query={query} counts={counts} canChange={canChange} />
    </>
  );
}
