import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { CsvLink } from "#app/_components/csv-link.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { findPageList } from "#prisma/queries/pages/find-page-list.ts";
import { pageListSearch, parsePageListQuery } from "#worker/core/view/pages/page-list-query.ts";
import { requireSite } from "../require-site.ts";
import { PageFilter } from "./page-filter.tsx";
import { PageRow } from "./page-row.tsx";

type Props = PageQuery & { params: Promise<{ siteId: string }> };

export const metadata: Metadata = { title: "Pages" };

const PAGE_SIZE = 50;

/** All pages of a site with their states and the numbers of their open issues. */
export default async function SitePagesPage({ params, searchParams }: Props) {
  const { site, member } = await requireSite((await params).siteId);
  const query = parsePageListQuery(await searchParams);
  const { q, state, page } = query;
  const stretch = { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
  const { pages, counts } = await findPageList(getDatabase(), { teamId: member.teamId, siteId: site.id, q, state, ...stretch });
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const path = `/sites/${site.id}/pages`;
  if (all === 0 && q === "")
    return (
      <EmptyState icon={FileText} title="No pages yet">
        Each page of this site is listed here as soon as a crawl has visited it.
      </EmptyState>
    );
  return (
    <>
      <PageFilter path={path} query={query} counts={counts} />
      {pages.length === 0 ? (
        <p className="text-muted">
          No page matches.{" "}
          <PageLink href={path} className="text-link">
            Show all
          </PageLink>
        </p>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {pages.map((one) => (
            <PageRow key={one.id} page={one} timeZone={site.timeZone} />
          ))}
        </ul>
      )}
      <Pagination
        label="Pages of the list"
        page={page}
        pageSize={PAGE_SIZE}
        total={pages.length === 0 ? 0 : state ? counts[state] : all}
        hrefOf={(other) => `${path}${pageListSearch({ ...query, page: other })}`}
      />
      {pages.length > 0 && (
        <p className="mt-2">
          <CsvLink href={`/sites/${site.id}/export/pages${pageListSearch({ ...query, page: 1 })}`} what="these pages" />
        </p>
      )}
    </>
  );
}
