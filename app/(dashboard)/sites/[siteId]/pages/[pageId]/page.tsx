import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "#app/_components/badge.tsx";
import { Moment } from "#app/_components/moment.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findPage } from "#prisma/queries/pages/find-page.ts";
import { findPageIssues } from "#prisma/queries/pages/find-page-issues.ts";
import { findReadingGrade } from "#prisma/queries/pages/find-reading-grade.ts";
import { isOrphan } from "#prisma/queries/pages/is-orphan.ts";
import { findPagePicture } from "#prisma/queries/pictures/find-page-picture.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { CheckPageButton } from "../../_again/check-page-button.tsx";
import { EditLink } from "../../_edit-link/edit-link.tsx";
import { requireSite } from "../../require-site.ts";
import { PageHistory } from "./page-history.tsx";
import { PageIssues } from "./page-issues.tsx";
import { PAGE_VIEWS, parsePageQuery } from "./page-query.ts";
import { ReadingLevel } from "./reading-level.tsx";
import { ViewTabs } from "./view-tabs.tsx";

type Props = {
  params: Promise<{ siteId: string; pageId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Page" };

/** One page of a site: its picture or text with its open issues marked, and what changed on it. */
export default async function SitePageView({ params, searchParams }: Props) {
  const { siteId, pageId } = await params;
  const { site, member, canChange } = await requireSite(siteId);
  const wanted = { teamId: member.teamId, siteId: site.id, pageId };
  const page = await findPage(getDatabase(), wanted);
  if (!page) notFound();
  const [issues, orphan, grade, picture] = await Promise.all([
    findPageIssues(getDatabase(), wanted),
    isOrphan(getDatabase(), wanted),
    findReadingGrade(getDatabase(), wanted),
    findPagePicture(getDatabase(), wanted),
  ]);
  const { view, ...chosen } = parsePageQuery(await searchParams, picture !== null);
  const views = PAGE_VIEWS.filter((name) => name !== "picture" || picture !== null);
  return (
    <div className="space-y-5">
      <header>
        <h2 className="text-lg font-semibold">
          {page.title || shownAddress(page.url)} {page.gone && <Badge tone="warning">no longer on the site</Badge>}
          {orphan && <Badge>no page links to it</Badge>}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3">
          <WebLink href={page.url}>{shownAddress(page.url)}</WebLink>
          <EditLink pattern={site.editPattern} page={page} className="-ml-2.5 sm:ml-0" />
        </p>
        {canChange && !site.pausedBy && (
          <div className="mt-3">
            <CheckPageButton siteId={site.id} pageId={page.id} />
          </div>
        )}
        {grade !== null && <ReadingLevel grade={grade} />}
      </header>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <ViewTabs address={`/sites/${site.id}/pages/${page.id}`} views={views} current={view} />
        {view === "picture" && picture && (
          <p className="text-sm text-muted">
            Taken <Moment at={picture.takenAt} timeZone={site.timeZone} />
            {!picture.isCurrent && "; the page has changed since"}
          </p>
        )}
      </div>
      {view === "changes" ? (
        <PageHistory teamId={member.teamId} page={page} chosen={chosen} timeZone={site.timeZone} />
      ) : (
        <PageIssues {...wanted} issues={issues} picture={view === "picture" ? picture : null} canChange={canChange} />
      )}
    </div>
  );
}
