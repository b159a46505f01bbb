/** A value at a moment; null where nothing was measured, which breaks the line. */
export type ChartValue = { at: Date; value: number | null };
/** A point in a square from 0 to 1, with y growing upwards. */
type Spot = { x: number; y: number };

/**
 * Places values in a square from 0 to 1: one run of points between two gaps each. `from` and `to` are the edges in time, `top` the
 * value at the upper edge.
 */
export function chartLines(values: readonly ChartValue[], { from, to, top }: { from: Date; to: Date; top: number }): Spot[][] {
  const width = Math.max(1, to.getTime() - from.getTime());
  const lines: Spot[][] = [[]];
  for (const { at, value } of values) {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push({ x: within((at.getTime() - from.getTime()) / width), y: within(value / top) });
  }
  return lines.filter((line) => line.length > 0);
}

/** Returns a round number at or above all values for the upper edge of a chart, so that its half is round, too: 2, 4, 6, 10, 20 … */
export function chartTop(values: readonly ChartValue[], least: number): number {
  const most = Math.max(...values.map(({ value }) => value ?? 0), 0);
  if (most <= least) return least;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([2, 4, 6].find((step) => step * power >= most) ?? 10) * power;
}

/** Describes a chart in one sentence for those who cannot see it. */
export function chartInWords(name: string, values: readonly ChartValue[], format: (value: number) => string): string {
  const known = values.map(({ value }) => value).filter((value) => value !== null);
  const [first, last] = [known.at(0), known.at(-1)];
  if (first === undefined || last === undefined) return `${name}: no figures.`;
  return `${name}: first ${format(first)}, last ${format(last)}, lowest ${format(Math.min(...known))}, highest ${format(Math.max(...known))}.`;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
