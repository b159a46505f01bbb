"use client";

import type { ReactNode } from "react";
import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { roughTime } from "#worker/core/view/crawls/crawl-pace.ts";
import { WAIT_WORDS } from "#worker/core/view/crawls/wait-words.ts";
import { duration } from "#worker/core/view/moments.ts";
import { LiveFindings } from "./live-findings.tsx";
import { StopCrawlButton } from "./stop-crawl-button.tsx";
import { useCrawlPace } from "./use-crawl-pace.ts";
import { useCrawlProgress } from "./use-crawl-progress.ts";

/** `canStop`: the member may stop the Crawl. */
type Props = { crawl: CrawlView; first: boolean; canStop: boolean };

/** The progress of a Crawl under way, announced to screen readers in steps. When it ends, the page loads the report. */
export function CrawlProgress({ crawl, first, canStop }: Props) {
  const { delayed, ...status } = useCrawlProgress(crawl);
  const pace = useCrawlPace(status);
  const { pagesFound, pagesDone, findings, linksFound, linksChecked, state, waitsFor } = status;
  const running = state === "running";
  const ended = state !== "queued" && !running;
  const reading = isReading(status);
  const words = headingOf(status, delayed);
  return (
    <section aria-label="Progress of the crawl" className="mb-6 rounded-card border border-line bg-surface p-5 sm:p-6">
      <header className="flex items-start justify-between gap-4">
        <h2 className={first ? "text-lg font-semibold" : "font-semibold"}>{words}</h2>
        {canStop && !ended && <StopCrawlButton crawlId={crawl.id} />}
      </header>
      {first && (
        <p className="mt-0.5 text-sm text-muted">You can close this page. We mail you the first report when it is ready.</p>
      )}
      <progress
        aria-label={reading ? "Pages read" : "Links checked"}
        className="progress mt-4"
        max={Math.max(reading ? pagesFound : linksFound, 1)}
        value={running || ended ? (reading ? pagesDone : linksChecked) : undefined}
      />
      <p className="mt-2 min-h-10 text-sm text-muted sm:min-h-5">{running && waitsFor && WAIT_WORDS[waitsFor]}</p>
      <dl className="mt-3 grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Figure name="Pages read" value={pagesDone} of={pagesFound} />
        <Figure name="Links checked" value={linksChecked} of={linksFound} />
        <Figure name="Issues so far" value={findings} />
        <Figure name="Pages a minute" value={running && reading ? pace.perMinute : null} />
      </dl>
      <p className="mt-3 min-h-5 text-sm text-muted tabular-nums">
        {running && pace.elapsedMs !== null && (
          <>
            Running for {duration(Math.floor(pace.elapsedMs / 1000) * 1000 + 0.5)}
            {reading && pace.leftMs !== null && ` · ${roughTime(pace.leftMs)} left for the pages found so far`}
          </>
        )}
      </p>
      {first && state !== "queued" && <LiveFindings crawlId={crawl.id} isRunning={running} />}
      <p className="sr-only" role="status">
        {running ? `${plural(roughly(pagesDone), "page")} read so far` : words}
      </p>
    </section>
  );
}

function isReading({ pagesDone, pagesFound, linksChecked, linksFound }: CrawlStatus): boolean {
  return pagesDone < pagesFound || linksChecked >= linksFound;
}

function headingOf(status: CrawlStatus, delayed: boolean): string {
  if (status.state === "queued") return delayed ? "Still waiting in the queue" : "Starting soon";
  if (status.state === "cancelled") return "The crawl was stopped";
  if (status.state !== "running") return "Done. Your report is loading …";
  return isReading(status) ? "Reading the site" : "Checking the links";
}

function Figure({ name, value, of }: { name: string; value: number | null; of?: number }): ReactNode {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="tabular-nums">
        <span className="text-2xl font-semibold">{value === null ? "–" : formatCount(value)}</span>
        {of !== undefined && of > 0 && <span className="text-muted"> of {formatCount(of)}</span>}
      </dd>
    </div>
  );
}

/** Rounds down to steps, so that a screen reader does not talk all the time. */
function roughly(count: number): number {
  const step = count < 20 ? 5 : count < 200 ? 25 : 100;
  return Math.floor(count / step) * step;
}
