import { History } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { CsvLink } from "#app/_components/csv-link.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findCrawls } from "#prisma/queries/crawls/find-crawls.ts";
import { requireSite } from "../require-site.ts";
import { CrawlRow } from "./crawl-row.tsx";

type Props = {
  params: Promise<{ siteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "History" };

const PAGE_SIZE = 30;
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** All crawls of a site, newest first. */
export default async function CrawlsPage({ params, searchParams }: Props) {
  const { site, member } = await requireSite((await params).siteId);
  const page = pageNumber.parse((await searchParams).page);
  const wanted = { teamId: member.teamId, siteId: site.id, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
  const { crawls, total } = await findCrawls(getDatabase(), wanted);
  if (crawls.length === 0)
    return (
      <EmptyState icon={History} title="No crawls yet">
        Each crawl of this site is listed here, with the issues that we found and the pages that we could not read.
      </EmptyState>
    );
  const path = `/sites/${site.id}/crawls`;
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {crawls.map((crawl) => (
          <CrawlRow key={crawl.id} crawl={crawl} timeZone={site.timeZone} href={`${path}/${crawl.id}`} />
        ))}
      </ul>
      <Pagination
        label="Pages of crawls"
        page={page}
        pageSize={PAGE_SIZE}
        total={total}
        hrefOf={(other) => `${path}?page=${other}`}
      />
      <p className="mt-2">
        <CsvLink href={`/sites/${site.id}/export/crawls`} what="all crawls" />
      </p>
    </>
  );
}
