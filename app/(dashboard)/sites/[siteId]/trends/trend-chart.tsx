import { LocalDay } from "#app/_components/local-day.tsx";
import { type ChartValue, chartInWords, chartLines } from "#worker/core/view/quality/chart-lines.ts";

type TrendChartProps = {
  title: string;
  /** Explains the figure in a few words. */
  note?: string;
  values: ChartValue[];
  from: Date;
  to: Date;
  format(value: number): string;
  /** Value at the upper edge. */
  top: number;
  dates: "day" | "month";
};

/** Size of the drawing and its margins, in units of the viewBox. */
const BOX = { width: 340, height: 150, left: 38, right: 10, top: 8, bottom: 24 };
const INNER = { width: BOX.width - BOX.left - BOX.right, height: BOX.height - BOX.top - BOX.bottom };
/** Dots of more points would run into each other. */
const MOST_DOTS = 70;

const px = (x: number) => Number((BOX.left + x * INNER.width).toFixed(1));
const py = (y: number) => Number((BOX.top + (1 - y) * INNER.height).toFixed(1));

/** A line chart of one figure over time, drawn on the server. A gap is a crawl that did not measure. The table has the figures. */
export function TrendChart({ title, note, values, from, to, format, top, dates }: TrendChartProps) {
  const lines = chartLines(values, { from, to, top });
  const latest = values.findLast(({ value }) => value !== null)?.value;
  const hasDots = values.length <= MOST_DOTS;
  const middle = new Date((from.getTime() + to.getTime()) / 2);
  return (
    <figure className="min-w-0 rounded-card border border-line bg-surface p-4">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-medium">{title}</span>
        {latest != null && <span className="text-lg font-semibold tabular-nums">{format(latest)}</span>}
        {note && <span className="basis-full text-sm text-muted">{note}</span>}
      </figcaption>
      <svg
        role="img"
        aria-label={chartInWords(title, values, format)}
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        className="h-auto w-full"
      >
        {[0, 0.5, 1].map((y) => (
          <g key={y}>
            <line x1={px(0)} x2={px(1)} y1={py(y)} y2={py(y)} className="stroke-line" strokeWidth={1} />
            <text x={BOX.left - 6} y={py(y) + 3.5} textAnchor="end" className="fill-muted" fontSize={11}>
              {format(y * top)}
            </text>
          </g>
        ))}
        {[
          { x: 0, at: from, anchor: "start" } as const,
          { x: 0.5, at: middle, anchor: "middle" } as const,
          { x: 1, at: to, anchor: "end" } as const,
        ].map(({ x, at, anchor }) => (
          <text key={x} x={px(x)} y={BOX.height - 6} textAnchor={anchor} className="fill-muted" fontSize={11}>
            <LocalDay at={at} style={dates} />
          </text>
        ))}
        {lines.map((line) => (
          <g key={line[0]?.x}>
            <polyline
              points={line.map(({ x, y }) => `${px(x)},${py(y)}`).join(" ")}
              className="fill-none stroke-accent"
              strokeWidth={2}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
            {(hasDots || line.length === 1) &&
              line.map(({ x, y }) => <circle key={x} cx={px(x)} cy={py(y)} r={2.5} className="fill-accent" />)}
          </g>
        ))}
      </svg>
    </figure>
  );
}
