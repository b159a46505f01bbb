import type { TextRange } from "./excerpt.ts";
import type { Finding } from "./finding.ts";

/** Of items that overlap, keeps the first. An item without a range overlaps none. */
export function firstOfOverlapping<T>(items: readonly T[], rangeOf: (item: T) => TextRange | null): T[] {
  const kept: TextRange[] = [];
  return items.filter((item) => {
    const range = rangeOf(item);
    if (range && kept.some((other) => overlap(other, range))) return false;
    if (range) kept.push(range);
    return true;
  });
}

/** Findings about words that no earlier Finding is about. Confidence 0 is no Finding about words: it counts for the Site as a whole. */
export function notYetFound(findings: readonly Finding[], earlier: readonly Finding[]): Finding[] {
  const found = earlier.flatMap(({ confidence, range }) => (confidence > 0 && range ? [range] : []));
  return findings.filter(({ range }) => !range || !found.some((other) => overlap(other, range)));
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
