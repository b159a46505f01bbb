import Link from "next/link";
import { Banner } from "#app/_components/banner.tsx";
import { Moment } from "#app/_components/moment.tsx";
import type { CrawlView } from "#prisma/queries/crawl-view.ts";
import type { SiteView } from "#prisma/queries/find-site.ts";
import { plural } from "#worker/core/view/plural.ts";

type ReportSummaryProps = { site: SiteView; crawl: CrawlView; ended: CrawlView | null; now: Date };

/** Where the issues on show come from: how many pages were read when, what could not be, and when the next check is. */
export function ReportSummary({ site, crawl, ended, now }: ReportSummaryProps) {
  const failedSince = ended && ended.id !== crawl.id && ended.state === "failed" ? ended : null;
  const crawlHref = `/sites/${site.id}/crawls/${crawl.id}`;
  return (
    <div className="mb-6 space-y-3">
      <p className="text-muted">
        <strong className="font-semibold text-ink">{plural(crawl.pagesDone - crawl.pagesFailed, "page")} read</strong>{" "}
        {crawl.finishedAt && <Moment at={crawl.finishedAt} now={now} timeZone={site.timeZone} />}
        {site.pausedBy ? (
          " · daily checks are paused"
        ) : (
          <>
            {" · next check "}
            <Moment at={site.nextCrawlAt} now={now} timeZone={site.timeZone} />
          </>
        )}
      </p>
      {failedSince && (
        <Banner tone="danger" title="The last check failed">
          {failedSince.failureMessage ?? "The site could not be read."} What you see below is from the check before. We try
          again with the next daily check.
        </Banner>
      )}
      {crawl.notChecked.some(({ code }) => code === "sign-in") && <RefusedSignIn siteId={site.id} />}
      {site.pausedBy === "plan" && (
        <Banner
          tone="warning"
          title="Paused: your plan watches fewer sites than you have"
          action={
            <Link href="/billing" className="text-link">
              See the plans
            </Link>
          }
        >
          Nothing is deleted. Choose a larger plan, or pause another site and resume this one in its settings.
        </Banner>
      )}
      <NotChecked crawl={crawl} href={crawlHref} />
    </div>
  );
}

function RefusedSignIn({ siteId }: { siteId: string }) {
  return (
    <Banner
      tone="danger"
      title="The sign-in may no longer work"
      action={
        <Link href={`/sites/${siteId}/settings`} className="text-link">
          Replace it in the settings
        </Link>
      }
    >
      Pages that it used to open ask to sign in again. What we had found on them stays as it was.
    </Banner>
  );
}

function NotChecked({ crawl, href }: { crawl: CrawlView; href: string }) {
  const sentences = crawl.notChecked.map(({ message }) => message);
  if (crawl.pagesFailed > 0) sentences.unshift(`${plural(crawl.pagesFailed, "page")} could not be read.`);
  if (sentences.length === 0) return null;
  return (
    <Banner tone="warning">
      {sentences.join(" ")}{" "}
      <Link href={href} className="text-link">
        See what was left out
      </Link>
    </Banner>
  );
}
