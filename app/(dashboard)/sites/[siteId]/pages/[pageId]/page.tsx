import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Badge } from "#app/_components/badge.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findPage } from "#prisma/queries/pages/find-page.ts";
import { findPageIssues } from "#prisma/queries/pages/find-page-issues.ts";
import { findReadingGrade } from "#prisma/queries/pages/find-reading-grade.ts";
import { isOrphan } from "#prisma/queries/pages/is-orphan.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { CheckPageButton } from "../../_again/check-page-button.tsx";
import { IssueSection } from "../../_issues/issue-section.tsx";
import { IssueSelection } from "../../_issues/issue-selection.tsx";
import { SelectionBar } from "../../_issues/selection-bar.tsx";
import { requireSite } from "../../require-site.ts";
import { PageHistory } from "./page-history.tsx";
import { ReadingLevel } from "./reading-level.tsx";

type Props = {
  params: Promise<{ siteId: string; pageId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "What changed on a page" };

const comparison = z.object({ from: z.uuid().optional().catch(undefined), to: z.uuid().optional().catch(undefined) });

/** One page of a site with its changes and its open issues. */
export default async function SitePageHistory({ params, searchParams }: Props) {
  const { siteId, pageId } = await params;
  const { site, member, canChange } = await requireSite(siteId);
  const wanted = { teamId: member.teamId, siteId: site.id, pageId };
  const page = await findPage(getDatabase(), wanted);
  if (!page) notFound();
  const [issues, orphan, grade] = await Promise.all([
    findPageIssues(getDatabase(), wanted),
    isOrphan(getDatabase(), wanted),
    findReadingGrade(getDatabase(), wanted),
  ]);
  return (
    <div className="space-y-8">
      <header>
        <h2 className="text-lg font-semibold">
          {page.title || shownAddress(page.url)} {page.gone && <Badge tone="warning">no longer on the site</Badge>}
          {orphan && <Badge>no page links to it</Badge>}
        </h2>
        <WebLink href={page.url}>{shownAddress(page.url)}</WebLink>
        {canChange && !site.pausedBy && (
          <div className="mt-3">
            <CheckPageButton siteId={site.id} pageId={page.id} />
          </div>
        )}
        {grade !== null && <ReadingLevel grade={grade} />}
      </header>
      <PageHistory teamId={member.teamId} page={page} chosen={comparison.parse(await searchParams)} timeZone={site.timeZone} />
      {issues.length > 0 ? (
        <IssueSelection ids={issues.map((issue) => issue.id)}>
          <IssueSection
            siteId={site.id}
            title="Issues on this page"
            issues={issues}
            total={issues.length}
            canChange={canChange}
          />
          <SelectionBar siteId={site.id} group="open" />
        </IssueSelection>
      ) : (
        <p className="text-muted">No open issues on this page.</p>
      )}
    </div>
  );
}
