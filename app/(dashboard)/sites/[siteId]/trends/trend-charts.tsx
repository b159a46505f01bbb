import type { TrendPoint } from "#prisma/queries/figures/find-trend.ts";
import { CHECK_IDS, CHECK_KINDS, type CheckId } from "#worker/core/checks/check-kinds.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { chartTop } from "#worker/core/view/quality/chart-lines.ts";
import { type Quality, qualityOf } from "#worker/core/view/quality/quality-score.ts";
import { formatRate } from "#worker/core/view/quality/quality-words.ts";
import { TrendChart } from "./trend-chart.tsx";
import { TrendTable } from "./trend-table.tsx";

type TrendChartsProps = { siteId: string; points: TrendPoint[]; from: Date; to: Date; dates: "day" | "month" };

/** The charts of a site's quality and of its open issues by check, and the table behind them. */
export function TrendCharts({ siteId, points, from, to, dates }: TrendChartsProps) {
  const axis = { from, to, dates };
  const checks = CHECK_IDS.filter((check) => points.some(({ open }) => (open?.[check] ?? 0) > 0));
  const rated = (figure: (quality: Quality) => number) =>
    points.map(({ at, figures }) => {
      const quality = figures && qualityOf(figures);
      return { at, value: quality && figure(quality) };
    });
  const scores = rated(({ score }) => score);
  const mistakes = rated(({ mistakesPerThousand }) => mistakesPerThousand);
  const broken = rated(({ brokenPerHundred }) => brokenPerHundred);
  const ratesTop = { mistakes: chartTop(mistakes, 1), broken: chartTop(broken, 1) };
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TrendChart {...axis} title="Quality score" note="of 100" values={scores} top={100} format={formatCount} />
        <TrendChart
          {...axis}
          title="Mistakes"
          note="per 1,000 words"
          values={mistakes}
          top={ratesTop.mistakes}
          format={formatRate}
        />
        <TrendChart
          {...axis}
          title="Broken links"
          note="per 100 links"
          values={broken}
          top={ratesTop.broken}
          format={formatRate}
        />
      </div>
      {checks.length > 0 && <h2 className="mt-8 mb-3 text-lg font-semibold">Open issues by check</h2>}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {checks.map((check) => (
          <CheckChart key={check} {...axis} check={check} points={points} />
        ))}
      </div>
      <TrendTable siteId={siteId} points={points} checks={checks} />
    </>
  );
}

type CheckChartProps = Omit<TrendChartsProps, "siteId"> & { check: CheckId };

function CheckChart({ check, points, ...axis }: CheckChartProps) {
  const values = points.map(({ at, open }) => ({ at, value: open?.[check] ?? null }));
  const { heading } = CHECK_KINDS[check];
  return <TrendChart {...axis} title={heading} values={values} top={chartTop(values, 2)} format={formatCount} />;
}
