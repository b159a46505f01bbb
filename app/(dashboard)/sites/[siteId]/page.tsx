import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { OwnWordsNotice } from "#app/(dashboard)/_words/own-words-notice.tsx";
import { findCurrentCrawls } from "#prisma/queries/crawls/live/find-current-crawls.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { CheckAddressForm } from "./_again/check-address-form.tsx";
import { IssuesView } from "./_issues/issues-view.tsx";
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
  const search = await searchParams;
  // Where earlier mails lead.
  const mailed = z.uuid().safeParse(search.issue);
  if (mailed.success) redirect(`/sites/${site.id}/issues/${mailed.data}`);
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
          <ReportSummary site={site} crawl={crawls.finished} ended={crawls.ended} now={new Date()} />
          <QualitySummary {...wanted} />
          <OwnWordsNotice {...wanted} answeredAt={site.ownWordsAnsweredAt} canChange={canChange} />
          <IssuesView
            member={member}
            siteId={site.id}
            query={parseIssueListQuery(search)}
            pagesRead={crawls.finished.pagesDone - crawls.finished.pagesFailed}
            paused={site.pausedBy !== null}
          />
          {canChange && !site.pausedBy && <CheckAddressForm siteId={site.id} startUrl={site.startUrl} />}
        </>
      )}
    </>
  );
}
