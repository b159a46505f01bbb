import { Banner } from "#app/_components/banner.tsx";
import { Moment } from "#app/_components/moment.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import type { SiteView } from "#prisma/queries/sites/find-site.ts";
import { plural } from "#worker/core/text/plural.ts";
import { NotChecked } from "../_quality/not-checked.tsx";

type ReportSummaryProps = { site: SiteView; crawl: CrawlView; ended: CrawlView | null; now: Date };

/** The source of the issues shown: pages read and when, pages not read, and the time of the next crawl. */
export function ReportSummary({ site, crawl, ended, now }: ReportSummaryProps) {
  const failedSince = ended && ended.id !== crawl.id && ended.state === "failed" ? ended : null;
  return (
    <div className="mb-4 space-y-3">
      <p className="text-muted">
        <strong className="font-semibold text-ink">{plural(crawl.pagesDone - crawl.pagesFailed, "page")} read</strong>{" "}
        {crawl.finishedAt && <Moment at={crawl.finishedAt} now={now} timeZone={site.timeZone} />}
        {site.pausedBy ? (
          " · daily crawls are paused"
        ) : (
          <>
            {" · next crawl "}
            <Moment at={site.nextCrawlAt} now={now} timeZone={site.timeZone} />
          </>
        )}
      </p>
      {failedSince && (
        <Banner tone="danger" title="The last crawl failed">
          {failedSince.failureMessage ?? "We could not read the site."} Below you see the issues from the crawl before. We try
          again with the next daily crawl.
        </Banner>
      )}
      {crawl.notChecked.some(({ code }) => code === "sign-in") && <RefusedSignIn siteId={site.id} />}
      {site.pausedBy === "plan" && (
        <Banner
          tone="warning"
          title="Paused: you have more sites than your plan includes"
          action={
            <PageLink href="/billing" className="text-link">
              See the plans
            </PageLink>
          }
        >
          We deleted nothing. Choose a larger plan, or pause another site and resume this one in its settings.
        </Banner>
      )}
      <NotChecked crawl={crawl} />
    </div>
  );
}

function RefusedSignIn({ siteId }: { siteId: string }) {
  return (
    <Banner
      tone="danger"
      title="The sign-in may no longer work"
      action={
        <PageLink href={`/sites/${siteId}/settings/access`} className="text-link">
          Replace it in the settings
        </PageLink>
      }
    >
      Pages that it used to open ask us to sign in again. We keep the issues that we had found on them.
    </Banner>
  );
}
