import Link from "next/link";
import { getDatabase } from "#app/_lib/database.ts";
import { findQuality } from "#prisma/queries/figures/find-quality.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { qualityOf } from "#worker/core/view/quality/quality-score.ts";
import { explainQuality, QUALITY_RULE } from "#worker/core/view/quality/quality-words.ts";

type QualitySummaryProps = {
  teamId: TeamScope;
  siteId: string /** Above the charts: open, and without a link to them. */;
  onTrends?: boolean;
};

/** The quality score of a site, with the figures and the rule that it comes from; nothing before the first measured crawl. */
export async function QualitySummary({ teamId, siteId, onTrends = false }: QualitySummaryProps) {
  const figures = await findQuality(getDatabase(), { teamId, siteId });
  const quality = figures && qualityOf(figures);
  if (!quality) return null;
  return (
    <details open={onTrends} className="mb-6 rounded-card border border-line bg-surface">
      <summary className="rounded-card px-4 py-3 sm:px-5">
        Quality <strong className="text-lg font-semibold tabular-nums">{quality.score}</strong> of 100
      </summary>
      <div className="space-y-3 border-t border-line px-4 py-3 sm:px-5">
        <ul className="list-disc space-y-1 pl-5">
          {explainQuality(figures, quality).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="max-w-prose text-sm text-muted">{QUALITY_RULE}</p>
        {onTrends ? (
          <p className="text-sm text-muted">This counts what is open now. The charts show what was open after each crawl.</p>
        ) : (
          <Link href={`/sites/${siteId}/trends`} className="inline-block py-1 text-link">
            See how it changed
          </Link>
        )}
      </div>
    </details>
  );
}
