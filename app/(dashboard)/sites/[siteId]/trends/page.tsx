import { ChartLine } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findTrend, type TrendPoint } from "#prisma/queries/figures/find-trend.ts";
import { thinTrend } from "#worker/core/view/quality/thin-trend.ts";
import { QualitySummary } from "../_quality/quality-summary.tsx";
import { requireSite } from "../require-site.ts";
import { PeriodLinks } from "./period-links.tsx";
import { TrendCharts } from "./trend-charts.tsx";

type Props = {
  params: Promise<{ siteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Trends" };

const DAY_MS = 86_400_000;
const DAYS = { month: 30, year: 365 } as const;
const periodSchema = z.enum(["month", "year"]).catch("month");

/** Charts of a site's quality over its crawls. */
export default async function TrendsPage({ params, searchParams }: Props) {
  const { site, member } = await requireSite((await params).siteId);
  const period = periodSchema.parse((await searchParams).period);
  const to = new Date();
  const from = new Date(to.getTime() - DAYS[period] * DAY_MS);
  const wanted = { teamId: member.teamId, siteId: site.id };
  const all = await findTrend(getDatabase(), { ...wanted, since: from });
  const points = period === "year" ? thinTrend(all, to) : all;
  return (
    <>
      <QualitySummary {...wanted} onTrends />
      <PeriodLinks path={`/sites/${site.id}/trends`} period={period} />
      {measured(points) < 2 ? (
        <TooFew points={points} />
      ) : (
        <TrendCharts siteId={site.id} points={points} from={from} to={to} dates={period === "year" ? "month" : "day"} />
      )}
    </>
  );
}

function TooFew({ points }: { points: TrendPoint[] }) {
  return (
    <EmptyState
      icon={ChartLine}
      title={measured(points) === 1 ? "One crawl is not a trend yet" : "Nothing was measured in this time"}
    >
      Each crawl of the whole site adds a point to the charts. They begin with the second one.
    </EmptyState>
  );
}

function measured(points: readonly TrendPoint[]): number {
  return points.filter(({ figures }) => figures !== null).length;
}
