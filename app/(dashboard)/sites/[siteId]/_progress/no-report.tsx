import { CircleAlert, Hourglass } from "lucide-react";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import { CrawlNowButton } from "../crawl-now-button.tsx";

/** Shown instead of the first report: the reason why there is none, and what to do. */
export function NoReport({ siteId, crawl, canChange }: { siteId: string; crawl: CrawlView | null; canChange: boolean }) {
  const again = canChange && <CrawlNowButton siteId={siteId} variant="primary" />;
  if (crawl?.state === "failed")
    return (
      <EmptyState icon={CircleAlert} title="We could not read this site yet" action={again}>
        <p className="text-ink">{crawl.failureMessage ?? "The site did not answer."}</p>
        <p className="mt-2">
          We try again every day. Check that the site opens in your browser, then crawl it again. If its address is wrong,
          delete it in the{" "}
          <PageLink href={`/sites/${siteId}/settings/pause`} className="text-link">
            settings
          </PageLink>{" "}
          and add the right one.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState icon={Hourglass} title="No report yet" action={again}>
      {crawl?.state === "cancelled"
        ? "The first crawl was stopped before it finished, so nothing is settled yet. Crawl it again now, or wait for the next daily crawl."
        : "We have not crawled this site yet."}
    </EmptyState>
  );
}
