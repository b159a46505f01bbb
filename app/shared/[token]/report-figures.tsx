import { LocalTime } from "#app/_components/local-time.tsx";
import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import type { Report } from "#prisma/queries/sharing/find-report.ts";
import { plural } from "#worker/core/text/plural.ts";
import { explainQuality, QUALITY_RULE } from "#worker/core/view/quality/quality-words.ts";

/** The number of open issues, the source of a report, its quality score, and what was not checked. */
export function ReportFigures({ report, crawl }: { report: Report; crawl: CrawlView }) {
  const { quality, list } = report;
  const open = (list.counts?.checks ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="my-6 space-y-3">
      <p className="text-muted">
        <strong className="text-lg font-semibold text-ink">{plural(open, "open issue")}</strong>
        {" · "}
        {plural(crawl.pagesDone - crawl.pagesFailed, "page")} read
        {crawl.finishedAt && (
          <>
            {" on "}
            <LocalTime at={crawl.finishedAt} />
          </>
        )}
      </p>
      {quality && (
        <details className="rounded-card border border-line bg-surface">
          <summary className="rounded-card px-4 py-3 sm:px-5">
            Quality <strong className="text-lg font-semibold tabular-nums">{quality.quality.score}</strong> of 100
          </summary>
          <div className="space-y-3 border-t border-line px-4 py-3 sm:px-5">
            <ul className="list-disc space-y-1 pl-5">
              {explainQuality(quality.figures, quality.quality).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <p className="max-w-prose text-sm text-muted">{QUALITY_RULE}</p>
          </div>
        </details>
      )}
      {crawl.notChecked.length > 0 && (
        <details className="rounded-card border border-line bg-surface">
          <summary className="rounded-card px-4 py-3 sm:px-5">What we did not check</summary>
          <ul className="list-disc space-y-1 border-t border-line px-4 py-3 pl-9 sm:px-5 sm:pl-10">
            {crawl.notChecked.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
