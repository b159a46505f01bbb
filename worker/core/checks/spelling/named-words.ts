import { OBJECT_PLACEHOLDER } from "../../page/block.ts";
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
  return isRepeated(word, text);
}

/** Whether names are likely where a word stands: in a compound, or in a text with code or other objects in it. */
export function isAmongNames({ compound }: Word, text: string): boolean {
  return compound !== null || text.includes(OBJECT_PLACEHOLDER);
}

function isRepeated({ text: written, start, end }: Word, text: string): boolean {
  const isPart = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + written.length))
    if ((at < start || at >= end) && !isPart(at - 1) && !isPart(at + written.length)) return true;
  return false;
}

/** "Packaging System: Tools and Fundamenta...": a word that whatever shortened the text has cut. */
export function isCutShort({ end }: Word, text: string): boolean {
  return /^(?:\.{3}|…)$/u.test(text.slice(end));
}

/** Beside another word with a capital, in a text where capitals are not owed to every word: "Marilyne Brun". */
export function isInPersonsName({ start, end }: Word, text: string): boolean {
  if (!/ $(?<=\p{Lu}[\p{L}'’.]+ )/u.test(text.slice(0, start)) && !/^ \p{Lu}\p{Ll}/u.test(text.slice(end))) return false;
  return (text.match(/(?<![\p{L}'’])\p{Ll}{4,}/gu) ?? []).length >= 2;
}

/** What stands between members of an enumeration, perhaps with an explanation of the first in brackets. */
const LISTED = /^(?: \([^)]*\))?(?:\/|, (?:and |or )?| and | or )$/u;

/** Whether two words are members of one enumeration, side by side. */
export function areListed(one: Word, other: Word, text: string): boolean {
  return one.start < other.start
    ? LISTED.test(text.slice(one.end, other.start))
    : LISTED.test(text.slice(other.end, one.start));
}
