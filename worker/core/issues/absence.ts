import { similarityTo } from "../page/snapshot/similarity.ts";
import { wordOverlap, wordsOf } from "../text/word-overlap.ts";
import { addressShape } from "../url/steady-address.ts";
import { type KnownIssue, type KnownPlace, WHOLE_PAGE } from "./issue.ts";

/** Part of the words around a mistake that are still there after a person corrected it. */
const SAME_SENTENCE = 0.5;
/** The same where the mistake's own words say nothing, because they are still there: "the the" was corrected to "the". */
const SAME_BUT_FOR_MISTAKE = 0.8;
/** Shorter texts have too few words to compare. */
const FEWEST_WORDS = 3;
/** Longer mistakes are whole sentences, which a person may rewrite. */
const MOST_WORDS = 4;
/** Similarity of a word and its correction: see `similarityTo`. */
const ALIKE = 0.5;

/**
 * The way in which an Issue went that a Crawl does not see. `pages-gone`: with its pages. `corrected`: its sentence is there without the mistake.
 * `removed`: nothing is at its place. `replaced`: another text is, as with rotating quotes. `link`: the target works, or is not linked.
 * An Issue without places, and a text that a page lacked and has now, counts as corrected.
 */
export type Absence = {
  kind: "pages-gone" | "corrected" | "removed" | "replaced" | "link";
  /** Hash of the text, or the link, that is at its place now. */
  successor: string | null;
};

/** Returns true if this Crawl read none of the pages that had the Issue, so that it is no second look. */
export function isUnread({ occurrences }: Pick<KnownIssue, "occurrences">): boolean {
  const remaining = occurrences.filter((place) => !place.isPageGone || place.isUnread);
  return remaining.length > 0 && remaining.every((place) => place.isUnread);
}

/** Compares the places of an unseen Issue with what they have now. */
export function judgeAbsence({ check, text, occurrences }: Pick<KnownIssue, "check" | "text" | "occurrences">): Absence {
  if (occurrences.length === 0) return { kind: "corrected", successor: null };
  const remaining = occurrences.filter(({ isPageGone }) => !isPageGone);
  if (remaining.length === 0) return { kind: "pages-gone", successor: null };
  const filled = remaining.filter(({ now }) => now !== null);
  if (check === "links") return { kind: "link", successor: otherLink(text, filled) };
  const isCorrected = ({ excerpt, fresh = [] }: KnownPlace) => fresh.some((now) => isCorrection(text, excerpt, now));
  if (remaining.some(isCorrected)) return { kind: "corrected", successor: null };
  if (filled.length === 0)
    return { kind: check === "style" && wasLacked(remaining) ? "corrected" : "removed", successor: null };
  if (!filled.every((place) => isReplaced(text, place))) return { kind: "corrected", successor: null };
  return { kind: "replaced", successor: filled[0]?.now?.hash ?? null };
}

/** Returns true for the places of a text that whole pages lacked, against the house style. */
function wasLacked(places: readonly KnownPlace[]): boolean {
  return places.every(({ selector }) => selector === WHOLE_PAGE);
}

/** Returns the shape of the other link that is at the place now, as with rotating teasers; null if it is the same link, or none. */
function otherLink(target: string, places: readonly KnownPlace[]): string | null {
  const shapes = places.flatMap(({ now }) => (now ? [addressShape(now.hash, { loose: true })] : []));
  return shapes.includes(addressShape(target, { loose: true })) ? null : (shapes[0] ?? null);
}

/** Returns true if a new text is the one around the mistake without it, wherever on the page it is. */
function isCorrection(mistake: string, excerpt: string, now: string): boolean {
  const [own, before] = [wordsOf(mistake), wordsOf(excerpt)];
  if (own.size === 0) return false;
  if (own.size > MOST_WORDS) return before.size >= FEWEST_WORDS && wordOverlap(excerpt, now) >= SAME_SENTENCE;
  // Nothing is around it, so the new text must have hardly more words.
  if (before.size <= own.size && wordsOf(now).size > own.size + 1) return false;
  return !isReplacedBy(mistake, excerpt, now);
}

/** Returns true if another text is at the place. */
function isReplaced(mistake: string, { excerpt, now }: KnownPlace): boolean {
  return now !== null && isReplacedBy(mistake, excerpt, now.text);
}

/** Returns true for another text: not the one around the mistake, or with a word instead that is no correction of it. */
function isReplacedBy(mistake: string, excerpt: string, now: string): boolean {
  const [own, present] = [wordsOf(mistake), wordsOf(now)];
  const around = new Set([...wordsOf(excerpt)].filter((word) => !own.has(word)));
  if (own.size === 0 || own.size > MOST_WORDS) return isOtherText(excerpt, now);
  const kept = around.size === 0 ? 1 : [...around].filter((word) => present.has(word)).length / around.size;
  const fresh = [...present].filter((word) => !around.has(word));
  if ([...own].some((word) => present.has(word))) return kept < SAME_BUT_FOR_MISTAKE;
  return kept < SAME_SENTENCE || ![...own].some((word) => hasCorrection(fresh, word));
}

function isOtherText(before: string, now: string): boolean {
  return [before, now].every((text) => wordsOf(text).size >= FEWEST_WORDS) && wordOverlap(before, now) < SAME_SENTENCE;
}

/** Returns true if one of the words is like a wrong one, or has its letters in another order. */
function hasCorrection(words: readonly string[], wrong: string): boolean {
  const likeness = similarityTo(wrong);
  const letters = lettersOf(wrong);
  return words.some((word) => likeness(word) >= ALIKE || lettersOf(word) === letters);
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
}
