import type { Round } from "./run-round.ts";

/** Returns how the Issues and mails of rounds differ, one sentence each. A difference that was there in the round before is left out. */
export function compareRounds(expected: readonly Round[], actual: readonly Round[]): string[] {
  const known = new Set<string>();
  return expected.flatMap((round, index) => {
    const other = actual[index];
    if (!other) return [`Round ${index} is missing.`];
    const found = [
      ...differences(round.mails, other.mails).map((text) => `mail ${text}`),
      ...differences(round.issues, other.issues).map((text) => `issue ${text}`),
    ];
    const fresh = found.filter((text) => !known.has(text));
    for (const text of fresh) known.add(text);
    return fresh.map((text) => `in round ${index} (${other.killed}): ${text}`);
  });
}

/** Compares two lists in which each text may be there several times. */
function differences(expected: readonly string[], actual: readonly string[]): string[] {
  return [
    ...leftOver(expected, actual).map((text) => `missing: ${text}`),
    ...leftOver(actual, expected).map((text) => `not expected: ${text}`),
  ];
}

/** Returns the texts of the first list that the second has not, or not as often. */
export function leftOver(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return all.filter((text) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}
