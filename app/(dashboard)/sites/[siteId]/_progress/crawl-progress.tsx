"use client";

import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { useCrawlProgress } from "./use-crawl-progress.ts";

/** The progress of a Crawl under way, announced to screen readers in steps. When it ends, the page loads the report. */
export function CrawlProgress({ crawl, first }: { crawl: CrawlView; first: boolean }) {
  const { pagesFound, pagesDone, findings, linksFound, linksChecked, state, delayed } = useCrawlProgress(crawl);
  const running = state === "running";
  const ended = state !== "queued" && !running;
  const reading = pagesDone < pagesFound || linksChecked >= linksFound;
  const words = ended
    ? "Done. Your report is loading …"
    : running
      ? reading
        ? "Reading the site"
        : "Checking the links"
      : delayed
        ? "Still waiting in the queue"
        : "Starting soon";
  return (
    <section aria-label="Progress of the crawl" className="mb-6 rounded-card border border-line bg-surface p-5 sm:p-6">
      <h2 className={first ? "text-lg font-semibold" : "font-semibold"}>{words}</h2>
      {first && (
        <p className="mt-0.5 text-sm text-muted">You can close this page. We mail you the first report when it is ready.</p>
      )}
      <progress
        aria-label={reading ? "Pages read" : "Links checked"}
        className="progress mt-4"
        max={Math.max(reading ? pagesFound : linksFound, 1)}
        value={running || ended ? (reading ? pagesDone : linksChecked) : undefined}
      />
      <dl className="mt-4 grid grid-cols-3 gap-4">
        <Figure name="Pages read" value={pagesDone} of={pagesFound} />
        <Figure name="Links checked" value={linksChecked} of={linksFound} />
        <Figure name="Issues so far" value={findings} />
      </dl>
      <p className="sr-only" role="status">
        {running ? `${plural(roughly(pagesDone), "page")} read so far` : words}
      </p>
    </section>
  );
}

function Figure({ name, value, of }: { name: string; value: number; of?: number }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="tabular-nums">
        <span className="text-2xl font-semibold">{formatCount(value)}</span>
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
