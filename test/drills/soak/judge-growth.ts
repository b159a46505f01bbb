import type { Usage } from "./read-usage.ts";

/** A look at the usage, in minutes since the beginning. */
export type Look = { minute: number; usage: Usage };

/** Growth of a figure in the second half of the time. `risingShare`: share of all pairs of looks of which the later one is higher. */
export type Growth = { name: string; from: number; to: number; perHour: number; risingShare: number; isLeak: boolean };

/** Growth over the second half that counts: more than this share of the figure, and more than this much in its unit. */
const BARS: { pattern: RegExp; share: number; least: number }[] = [
  { pattern: /heap \(MB\)$/, share: 0.05, least: 4 },
  { pattern: /RSS \(MB\)$/, share: 0.1, least: 25 },
  { pattern: /handles|open files|connections|processes|temporary files/, share: 0.1, least: 6 },
];
/** Noise rises and falls: half of the pairs. A leak rises in nearly all of them. */
const RISING_SHARE = 0.7;

/**
 * Judges each figure by the looks of the second half, when caches are full. Its slope is the median of the slopes between all pairs of looks (Theil and Sen), which
 * a few outliers do not change. It is a leak if that much growth matters, and most pairs rise. A figure without a bar, such as the size of the database, never is one.
 */
export function judgeGrowth(looks: readonly Look[]): Growth[] {
  const half = looks.slice(Math.floor(looks.length / 2));
  const minutes = (half.at(-1)?.minute ?? 0) - (half[0]?.minute ?? 0);
  return Object.keys(half[0]?.usage ?? {}).map((name) => {
    const points = half.map(({ minute, usage }) => ({ minute, value: usage[name] ?? 0 }));
    const slopes = points.flatMap((a, index) =>
      points.slice(index + 1).map((b) => (b.value - a.value) / (b.minute - a.minute)),
    );
    const slope = median(slopes);
    const middle = median(points.map(({ value }) => value));
    const risingShare = slopes.filter((each) => each > 0).length / Math.max(1, slopes.length);
    const grown = slope * minutes;
    const bar = BARS.find(({ pattern }) => pattern.test(name));
    const isLeak = bar !== undefined && risingShare >= RISING_SHARE && grown > bar.least && grown > bar.share * middle;
    return { name, from: middle - grown / 2, to: middle + grown / 2, perHour: slope * 60, risingShare, isLeak };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return 0;
  return ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
