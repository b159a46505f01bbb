import { factsOf } from "./text-facts.ts";
import type { Word } from "./tokenize.ts";

/** Recognizes, from the surrounding text, unknown words that are names of things or people and not slips. */

const QUOTE_BEFORE = /["'“‘«`]$/u;
const QUOTE_AFTER = /^["'”’»`]/u;

/** Matches nouns for things that have names of their own: "the autofs package", "the daemon cupsd". */
const NAMED_THING =
  "(?:app|application|class|client|command|component|configuration|daemon|database|directory|documentation|driver|editor|extension|field|file|filesystem|flag|folder|format|framework|function|group|interface|keyword|library|manual|method|mode|module|option|package|parameter|partition|plugin|process|profile|program|project|property|protocol|repository|script|server|service|suite|tag|tool|user|utility|variable)s?";
const NAMED_AFTER = new RegExp(
  `^ (?:${NAMED_THING}|(?:is|are|was|gets?) (?:installed|started|running|enabled|packaged|configured))\\b`,
  "iu",
);
const NAMED_BEFORE = new RegExp(
  `\\b(?:${NAMED_THING}|named|called|via|using|installing|running|configuring|(?:such as|alternative (?:to|is)|alternatives like)) $`,
  "iu",
);
/** Matches the text before a name in apposition: "One package, kino, which …". */
const APPOSITION_BEFORE = new RegExp(`\\b${NAMED_THING}, $`, "iu");
/** Matches the section number after the name of a manual page: "lvm(8)". */
const MANUAL_PAGE = /^\(\d\w?\)/u;

/** Returns true if a word is alone in quotation marks, beside a noun for a named thing, or within a longer identifier. */
export function isNamed(word: Word, text: string): boolean {
  const before = text.slice(Math.max(0, word.start - 30), word.start);
  const after = text.slice(word.end, word.end + 30);
  if (QUOTE_BEFORE.test(before) && QUOTE_AFTER.test(after)) return true;
  if (NAMED_AFTER.test(after) || NAMED_BEFORE.test(before) || MANUAL_PAGE.test(after)) return true;
  return (APPOSITION_BEFORE.test(before) && after.startsWith(",")) || isIdentifierPart(word);
}

/** Returns true for part of an identifier like "nagios-nrpe-plugin", which has more parts than ordinary compounds. */
function isIdentifierPart({ compound }: Word): boolean {
  return compound !== null && compound.split("-").filter((part) => part !== "").length >= 3;
}

/**
 * Matches the text after a subject: "buildd is the abbreviation of …". A sentence with a small first letter usually begins with a
 * name.
 */
const SUBJECT_AFTER = /^(?: (?:is|was|has|can|also|does|provides|allows|uses|runs|performs|offers|supports)\b|:)/u;

/**
 * Returns true if a text treats a word as a thing: alone in brackets, repeated, or as a lower-case subject that opens the text.
 */
export function isSpokenOf(word: Word, text: string): boolean {
  const after = text.slice(word.end, word.end + 20);
  if (text.charAt(word.start - 1) === "(" && after.startsWith(")")) return true;
  if (word.start === 0 && /^\p{Ll}/u.test(word.word) && SUBJECT_AFTER.test(after)) return true;
  return factsOf(text).isRepeated(word.text, word.start);
}

/** Returns true if names are likely in the place of a word: in a hyphenated word, or in a text with code or other objects. */
export function isAmongNames({ compound }: Word, text: string): boolean {
  return compound !== null || factsOf(text).hasObjects;
}

/** Returns true if an ellipsis at the end of the text cuts off the word: "Packaging System: Tools and Fundamenta...". */
export function isCutShort({ end }: Word, text: string): boolean {
  return end + 3 >= text.length && /^(?:\.{3}|…)$/u.test(text.slice(end));
}

/** Length of the longest abbreviation; longer words before a full stop end a sentence. */
const LONGEST_ABBREVIATION = 7;

/**
 * Returns true for an abbreviation with its full stop: a short word with a consonant at its end that is alone
 * ("stellv.") or in the middle of a sentence ("ehem., jetzt").
 */
export function isAbbreviated({ start, end, word }: Word, text: string): boolean {
  if (word.length > LONGEST_ABBREVIATION || text.charAt(end) !== "." || !/[^aeiouyà-ÿœ]$/iu.test(word)) return false;
  return (
    text.trim().length === end - start + 1 ||
    isLabel(text, start) ||
    /^\.[ ]?[\p{Ll}\p{N},;:/)-]/u.test(text.slice(end, end + 3))
  );
}

/** Returns true if a text of two or three words begins with the word: "stellv. Vorsitzende". */
function isLabel(text: string, start: number): boolean {
  return start === 0 && text.length <= LONGEST_NAME && text.split(" ").length <= 3 && !/[.!?]$/u.test(text);
}

/**
 * Returns true for a part of a word that a foreign sign cuts in two, as in text in the wrong encoding ("raffraÃ®chir"), or that a sign
 * for a lost letter cuts off ("qualitï¿½", "qualit\uFFFD").
 */
export function isFragment({ start, end }: Word, text: string): boolean {
  if (LOST_AFTER.test(text.slice(end, end + 2)) || LOST_BEFORE.test(text.slice(Math.max(0, start - 3), start))) return true;
  // "wÃ¤hlst", "„Gefällt mirâ€œ": letters that were read in another encoding.
  if (
    /Ã[^\p{L}\s]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[Ãâ][^\p{L}\s.,;:!?)]/u.test(text.slice(end - 1, end + 1))
  )
    return true;
  return /\p{L}\p{So}$/u.test(text.slice(Math.max(0, start - 2), start)) || /^\p{So}\p{L}/u.test(text.slice(end, end + 2));
}

const LOST_AFTER = /^(?:\uFFFD|¿½)/u;
const LOST_BEFORE = /(?:\uFFFD|ï¿½)$/u;

/** Number of characters to read before a word; no name is longer. */
const LONGEST_NAME = 60;

/** Returns true if a word beside this one has a capital ("Marilyne Brun"), in a text that does not capitalise every word. */
export function isInPersonsName({ start, end }: Word, text: string): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_NAME), start);
  if (!/ $(?<=\p{Lu}[\p{L}'’.]+ )/u.test(before) && !/^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 6))) return false;
  return factsOf(text).hasSmallWords;
}

/** Matches the text between members of an enumeration, which may explain the first in brackets. */
const LISTED = /^(?: \([^)]*\))?(?:\/|, (?:and |or )?| and | or )$/u;

/** Returns true if two words are adjacent members of one enumeration. */
export function areListed(one: Word, other: Word, text: string): boolean {
  return one.start < other.start
    ? LISTED.test(text.slice(one.end, other.start))
    : LISTED.test(text.slice(other.end, one.start));
}
