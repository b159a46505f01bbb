import type { ReactNode } from "react";
import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { changesInWords, outcomesInWords, REASON_WORDS } from "#worker/core/view/crawls/crawl-words.ts";
import { clockTime, duration } from "#worker/core/view/moments.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

/** The figures of a crawl. */
export function CrawlFigures({
  crawl,
  outcomes,
  timeZone,
}: {
  crawl: CrawlView;
  outcomes: Record<string, number>;
  timeZone: string;
}) {
  const at = crawl.startedAt ?? crawl.queuedAt;
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-card border border-line bg-surface p-5 sm:grid-cols-2">
      <Fact name={REASON_WORDS[crawl.reason]}>
        <time dateTime={at.toISOString()}>{clockTime(at, timeZone)}</time>
        {crawl.startedAt && crawl.finishedAt && `, took ${duration(crawl.finishedAt.getTime() - crawl.startedAt.getTime())}`}
      </Fact>
      {crawl.onlyUrls.length > 0 && <Fact name="Page">{crawl.onlyUrls.map(shownAddress).join(", ")}</Fact>}
      <Fact name="Result">{crawl.state === "finished" ? changesInWords(crawl) : "–"}</Fact>
      <Fact name="Pages">{outcomesInWords(outcomes) || "none yet"}</Fact>
      <Fact name="Links">
        {formatCount(crawl.linksChecked)} of {formatCount(crawl.linksFound)} checked
      </Fact>
      {crawl.attempts > 1 && <Fact name="Interrupted">This crawl was interrupted and continued where it had stopped.</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
