import { foldVolatile } from "../../text/fold-volatile.ts";
import { hashOf } from "../../text/text-hash.ts";

/** A text with the mistake: its Block, or the words of a link. */
export type SnoozedPlace = { text: string };

/**
 * Returns the identity of the texts at an Issue's places. Numbers and dates in them are equal, so that a counter does not end a snooze.
 */
export function snoozedTexts(places: readonly SnoozedPlace[]): string[] {
  return [...new Set(places.map(({ text }) => hashOf([foldVolatile(text)])))].sort();
}

/** Returns true if the mistake is now in a text that it was not in when it was snoozed. A text that went is no change. */
export function haveTextsChanged(before: readonly string[], now: readonly string[]): boolean {
  const known = new Set(before);
  return now.some((text) => !known.has(text));
}
