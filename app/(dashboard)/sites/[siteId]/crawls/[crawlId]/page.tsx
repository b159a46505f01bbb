import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Banner } from "#app/_components/banner.tsx";
import { CsvLink } from "#app/_components/csv-link.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findCrawl } from "#prisma/queries/crawls/find-crawl.ts";
import { findCrawlPages } from "#prisma/queries/crawls/find-crawl-pages.ts";
import { CrawlProgress } from "../../_progress/crawl-progress.tsx";
import { requireSite } from "../../require-site.ts";
import { ChangedPages } from "./changed-pages.tsx";
import { CrawlFigures } from "./crawl-figures.tsx";
import { UnreadPages } from "./unread-pages.tsx";

type Props = { params: Promise<{ siteId: string; crawlId: string }> };

export const metadata: Metadata = { title: "Crawl" };

/** The results of one crawl: changed pages, and those it could not read, with reasons. */
export default async function CrawlPage({ params }: Props) {
  const { siteId, crawlId } = await params;
  const { site, member, canChange } = await requireSite(siteId);
  const wanted = { teamId: member.teamId, crawlId };
  const crawl = await findCrawl(getDatabase(), wanted);
  if (!crawl || crawl.siteId !== site.id) notFound();
  const pages = await findCrawlPages(getDatabase(), wanted);
  return (
    <div className="space-y-6">
      <PageLink href={`/sites/${site.id}/crawls`} className="block w-fit text-sm text-muted hover:underline">
        ← All crawls
      </PageLink>
      {(crawl.state === "queued" || crawl.state === "running") && (
        <CrawlProgress crawl={crawl} first={false} canStop={canChange} />
      )}
      {crawl.state === "failed" && (
        <Banner tone="danger" title={crawl.reason === "page" ? "We could not read this page" : "This crawl failed"}>
          {crawl.failureMessage ?? "We could not read the site."} No issue counts as fixed because of this.
        </Banner>
      )}
      {crawl.state === "cancelled" && (
        <Banner title="This crawl was stopped">What it read until then is kept. The next crawl settles the issues.</Banner>
      )}
      <CrawlFigures crawl={crawl} outcomes={pages.outcomes} timeZone={site.timeZone} />
      <p>
        <CsvLink href={`/sites/${site.id}/crawls/${crawl.id}/export/pages`} what="all pages" isBeside={false} />
      </p>
      {crawl.notChecked.length > 0 && (
        <div id="not-checked">
          <Banner
            tone="warning"
            title="What we did not check"
            action={
              <CsvLink
                href={`/sites/${site.id}/crawls/${crawl.id}/export/not-checked`}
                what="the pages that we did not check"
                isBeside={false}
              />
            }
          >
            <ul className="list-disc pl-4">
              {crawl.notChecked.map(({ code, message }) => (
                <li key={code}>{message}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
      <UnreadPages
        title="Pages that we could not read"
        note="We keep the issues that we had found on them."
        pages={pages.failed}
        total={pages.outcomes.failed ?? 0}
      />
      <ChangedPages siteId={site.id} pages={pages.changed} first={crawl.reason === "first"} />
      <UnreadPages title="Addresses that we left out" pages={pages.skipped} total={pages.outcomes.skipped ?? 0} />
    </div>
  );
}
