import { Badge } from "#app/_components/badge.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import { plural } from "#worker/core/text/plural.ts";
import { CRAWL_STATES, changesInWords, REASON_WORDS } from "#worker/core/view/crawls/crawl-words.ts";
import { clockTime, duration } from "#worker/core/view/moments.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

/** One crawl of the history with its time, reason and result. The whole row is a link. */
export function CrawlRow({ crawl, timeZone, href }: { crawl: CrawlView; timeZone: string; href: string }) {
  const { words, tone } = CRAWL_STATES[crawl.state];
  const at = crawl.startedAt ?? crawl.queuedAt;
  return (
    <li className="relative grid gap-x-6 gap-y-1 px-4 py-3.5 hover:bg-sunken sm:grid-cols-[13rem_minmax(0,1fr)_auto] sm:items-baseline sm:px-5">
      <div>
        <PageLink href={href} className="font-medium after:absolute after:inset-0">
          <time dateTime={at.toISOString()}>{clockTime(at, timeZone)}</time>
        </PageLink>
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          {REASON_WORDS[crawl.reason]}
          {crawl.onlyUrls.map((url) => ` · ${shownAddress(url)}`)}
        </p>
      </div>
      <div className="min-w-0">
        <p>{crawl.state === "failed" ? (crawl.failureMessage ?? "We could not read the site.") : <Brought crawl={crawl} />}</p>
        <p className="text-sm text-muted">
          {plural(crawl.pagesDone, "page")}
          {crawl.pagesFailed > 0 && `, ${crawl.pagesFailed} of them unreadable`}
          {crawl.startedAt && crawl.finishedAt && ` · ${duration(crawl.finishedAt.getTime() - crawl.startedAt.getTime())}`}
        </p>
      </div>
      <p>
        <Badge tone={tone}>{words}</Badge>
      </p>
    </li>
  );
}

function Brought({ crawl }: { crawl: CrawlView }) {
  if (crawl.state === "cancelled") return <span className="text-muted">Stopped. No issue changed.</span>;
  if (crawl.state !== "finished") return <span className="text-muted">{plural(crawl.findings, "issue")} so far</span>;
  return <span className="first-letter:uppercase">{changesInWords(crawl)}</span>;
}
