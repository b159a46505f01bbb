import type { TextRange } from "./excerpt.ts";
import type { Finding } from "./finding.ts";
import { createTakenRanges } from "./taken-ranges.ts";

/** Keeps the first of overlapping items. An item without a range overlaps none. */
export function keepFirstOfOverlapping<T>(items: readonly T[], rangeOf: (item: T) => TextRange | null): T[] {
  const taken = createTakenRanges(endOf(items.map(rangeOf)));
  return items.filter((item) => {
    const range = rangeOf(item);
    if (range && taken.overlaps(range)) return false;
    if (range) taken.take(range);
    return true;
  });
}

/**
 * Returns the Findings that overlap no earlier one. Earlier Findings with confidence 0 do not count: they are evidence about
 * the whole Site.
 */
export function dropOverlapping(findings: readonly Finding[], earlier: readonly Finding[]): Finding[] {
  const taken = createTakenRanges(endOf([...findings, ...earlier].map(({ range }) => range)));
  for (const { confidence, range } of earlier) if (confidence > 0 && range) taken.take(range);
  return findings.filter(({ range }) => !range || !taken.overlaps(range));
}

function endOf(ranges: readonly (TextRange | null)[]): number {
  return ranges.reduce((last, range) => Math.max(last, range?.end ?? 0), 0);
}
