import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Pagination } from "#app/_components/pagination.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findReportBrand } from "#prisma/queries/report-brand/find-report-brand.ts";
import { findReport } from "#prisma/queries/sharing/find-report.ts";
import { findSharedSite } from "#prisma/queries/sharing/find-shared-site.ts";
import { issueListSearch, parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { CheckLinks } from "./check-links.tsx";
import { ReportFigures } from "./report-figures.tsx";
import { ReportHeader } from "./report-header.tsx";
import { SharedIssue } from "./shared-issue.tsx";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findShared = cache((token: string) => findSharedSite(getDatabase(), { token, kind: "report", now: new Date() }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await findShared((await params).token);
  return {
    title: site ? { absolute: `${site.siteName}: report` } : "This link has ended",
    referrer: "no-referrer",
    robots: { index: false, follow: false, nocache: true },
  };
}

/** The report of a site for people without an account: the figures and open issues of its own page, to read only. */
export default async function SharedReportPage({ params, searchParams }: Props) {
  const { token } = await params;
  const site = await findShared(token);
  if (!site) notFound();
  const { check, page } = await searchParams;
  const query = parseIssueListQuery({ check, page });
  const [report, brand] = await Promise.all([
    findReport(getDatabase(), { ...site, query, now: new Date() }),
    findReportBrand(getDatabase(), site.teamId),
  ]);
  if (!report) notFound();
  const { crawl, list } = report;
  const hrefOf = (change: { check?: typeof query.check; page?: number }) =>
    `/shared/${token}${issueListSearch({ ...query, page: 1, ...change })}`;
  const issues = list.groups.flatMap((group) => group.issues);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-4xl flex-col px-4 sm:px-6">
      <ReportHeader brand={brand} />
      <main className="flex-1 py-6 sm:py-8">
        <h1 className="text-2xl font-semibold tracking-tight">{report.siteName}</h1>
        <p className="mt-1 text-muted">
          <WebLink href={report.startUrl} className="hover:underline">
            {shownAddress(report.startUrl)}
          </WebLink>
        </p>
        {!crawl ? (
          <p className="mt-6">We are reading this site for the first time. Come back in a while.</p>
        ) : (
          <>
            <ReportFigures report={report} crawl={crawl} />
            <CheckLinks counts={list.counts} current={query.check} hrefOf={(other) => hrefOf({ check: other })} />
            {issues.length === 0 ? (
              <p className="rounded-card border border-line bg-surface px-4 py-6 text-center">Nothing to fix here.</p>
            ) : (
              <ul className="divide-y divide-line rounded-card border border-line bg-surface">
                {issues.map((issue) => (
                  <SharedIssue key={issue.id} issue={issue} />
                ))}
              </ul>
            )}
            <Pagination
              label="Pages of issues"
              page={query.page}
              pageSize={list.pageSize}
              total={list.pagedTotal}
              hrefOf={(other) => hrefOf({ page: other })}
            />
          </>
        )}
      </main>
      <footer className="border-t border-line py-4 text-sm text-muted">Made with Flawless.</footer>
    </div>
  );
}
