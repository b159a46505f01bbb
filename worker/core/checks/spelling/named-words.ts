import { factsOf } from "./text-facts.ts";
import type { Word } from "./tokenize.ts";

/** What stands around an unknown word and says that it is the name of a thing or a person, not a slip. */

const QUOTE_BEFORE = /["'“‘«`]$/u;
const QUOTE_AFTER = /^["'”’»`]/u;

/** What things that have names of their own are: "the autofs package", "the daemon cupsd". */
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
/** "One package, kino, which …". */
const APPOSITION_BEFORE = new RegExp(`\\b${NAMED_THING}, $`, "iu");
/** "lvm(8)": a page of a manual. */
const MANUAL_PAGE = /^\(\d\w?\)/u;

/** A word alone in quotation marks, beside a word for what has a name, or within a longer identifier is a name. */
export function isNamed(word: Word, text: string): boolean {
  const before = text.slice(Math.max(0, word.start - 30), word.start);
  const after = text.slice(word.end, word.end + 30);
  if (QUOTE_BEFORE.test(before) && QUOTE_AFTER.test(after)) return true;
  if (NAMED_AFTER.test(after) || NAMED_BEFORE.test(before) || MANUAL_PAGE.test(after)) return true;
  return (APPOSITION_BEFORE.test(before) && after.startsWith(",")) || isIdentifierPart(word);
}

/** Part of "nagios-nrpe-plugin": more parts than compounds of words have. */
function isIdentifierPart({ compound }: Word): boolean {
  return compound !== null && compound.split("-").filter((part) => part !== "").length >= 3;
}

/** "buildd is the abbreviation of …": whoever writes sentences and begins one with a small letter begins it with a name. */
const SUBJECT_AFTER = /^(?: (?:is|was|has|can|also|does|provides|allows|uses|runs|performs|offers|supports)\b|:)/u;

/** Whether a text speaks of a word as of a thing: it stands alone in brackets, is repeated, or opens the text in lower case as its subject. */
export function isSpokenOf(word: Word, text: string): boolean {
  const after = text.slice(word.end, word.end + 20);
  if (text.charAt(word.start - 1) === "(" && after.startsWith(")")) return true;
  if (word.start === 0 && /^\p{Ll}/u.test(word.word) && SUBJECT_AFTER.test(after)) return true;
  return factsOf(text).isRepeated(word.text, word.start);
}

/** Whether names are likely where a word stands: in a compound, or in a text with code or other objects in it. */
export function isAmongNames({ compound }: Word, text: string): boolean {
  return compound !== null || factsOf(text).hasObjects;
}

/** "Packaging System: Tools and Fundamenta...": a word that whatever shortened the text has cut. */
export function isCutShort({ end }: Word, text: string): boolean {
  return end + 3 >= text.length && /^(?:\.{3}|…)$/u.test(text.slice(end));
}

/** Longer words are nobody's name. */
const LONGEST_NAME = 60;

/** Beside another word with a capital, in a text where capitals are not owed to every word: "Marilyne Brun". */
export function isInPersonsName({ start, end }: Word, text: string): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_NAME), start);
  if (!/ $(?<=\p{Lu}[\p{L}'’.]+ )/u.test(before) && !/^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 6))) return false;
  return factsOf(text).hasSmallWords;
}

/** What stands between members of an enumeration, perhaps with an explanation of the first in brackets. */
const LISTED = /^(?: \([^)]*\))?(?:\/|, (?:and |or )?| and | or )$/u;

/** Whether two words are members of one enumeration, side by side. */
export function areListed(one: Word, other: Word, text: string): boolean {
  return one.start < other.start
    ? LISTED.test(text.slice(one.end, other.start))
    : LISTED.test(text.slice(other.end, one.start));
}
