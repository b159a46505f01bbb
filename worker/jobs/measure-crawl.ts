import type { CrawlReason } from "#prisma/generated/enums.ts";
import type { CrawlAccount } from "#worker/crawl/crawl-plan.ts";
import { crawlSeconds, crawlsEnded, notChecked, pagesVisited } from "#worker/telemetry/worker-metrics.ts";

type Measured = Pick<CrawlAccount, "state" | "ms" | "pages" | "notChecked">;

/** Counts what one run of a Crawl did. One that is given back counts its pages now and its time with the run that ends it. */
export function measureCrawl(reason: CrawlReason, { state, ms, pages, notChecked: left }: Measured): void {
  crawlsEnded.inc({ reason, outcome: state === "interrupted" ? "given_back" : state });
  for (const [outcome, count] of Object.entries(pages)) pagesVisited.inc({ outcome }, count);
  if (state === "interrupted") return;
  crawlSeconds.observe({ reason }, ms / 1000);
  for (const { code, count } of left) notChecked.inc({ reason: code }, count);
}
