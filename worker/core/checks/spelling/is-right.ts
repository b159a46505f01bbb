import type { Speller } from "./lexicon.ts";
import type { Word } from "./tokenize.ts";

/** What stands before a hyphen and is no word alone ("pre-war", "multi- and single-user"). */
const HYPHEN_PARTS = new Set(
  (
    "ad ante anti arch bi bio cis co counter crypto cyber de di eco electro equi ex extra geo hetero hyper infra inter intra iso macro mal " +
    "mega meta micro mid mini mis mono multi nano neo neuro non omni para per peri petro photo poly post pre pro proto pseudo psycho quasi " +
    "re retro semi socio sub super techno tele thermo trans tri ultra un uni up vice xeno afro anglo euro franco indo sino austro " +
    "ish esque wards fold la le de du des en vis cul sac faire vivre laissez facto jour priori posteriori"
  ).split(" "),
);

/** Prefixes that make words freely, without a hyphen: "nonnegotiable", "microservice". Short ones that typing slips make too are left out. */
const PREFIXES =
  "anti auto counter cyber hyper inter macro mega meta micro mini mono multi nano non over poly post pre pseudo semi sub super tele ultra un under".split(
    " ",
  );

/** Endings that make words freely: "pocketable" is not among them, for slips end so too. */
const SUFFIXES = ["less", "like", "ness", "wide", "wise"];

const SHORTEST_BASE = 4;

/** What `isRight` asks: a dictionary, and the vocabulary beside it. */
export type KnownWords = { speller: Speller; terms: ReadonlySet<string>; names: ReadonlySet<string> };

/**
 * Whether a word is right as it stands: itself, its lower case where capitals are owed to the place, or its parts.
 * 1. The dictionary, the web's vocabulary, names with their capital; each also without a possessive ending.
 * 2. Without its accents ("Émigré"); what has an accent that English lacks is a name or foreign, and nobody's slip.
 * 3. A part of a hyphenated word that is only a word there, or a whole that the dictionary has ("vis-à-vis").
 */
export function isRight(word: Word, known: KnownWords): boolean {
  const base = withoutPossessive(word.word);
  if (isKnown(word.word, known) || isKnown(base, known)) return true;
  if (/[^\p{ASCII}]/u.test(base)) return true;
  return word.compound !== null && (HYPHEN_PARTS.has(base.toLowerCase()) || isKnown(word.compound, known));
}

/** A word without "'s" or the apostrophe after a plural. */
export function withoutPossessive(word: string): string {
  return word.replace(/'s?$/iu, "");
}

/** Whether the dictionary or a word list has a word, as it is written. */
export function isKnown(word: string, { speller, terms, names }: KnownWords): boolean {
  if (speller.correct(word)) return true;
  const lower = word.toLowerCase();
  if (terms.has(lower)) return true;
  const singular = lower.endsWith("s") ? lower.slice(0, -1) : "";
  // Of what the dictionary knows itself, it knows the plural too: not "assemblys".
  if (terms.has(singular) && !speller.correct(singular)) return true;
  if (word === lower) return false;
  // "FREE DELIVERY" and "Free Delivery", where each word is right in lower case.
  return speller.correct(lower) || names.has(lower);
}

/** A known word with a prefix or ending that makes words freely: right, unless it is near a common word ("intergrated"). */
export function isDerived(word: string, known: KnownWords): boolean {
  return isBuiltFrom(word, known, { prefixes: PREFIXES, suffixes: SUFFIXES });
}

/** Prefixes and endings that make words now and then, and that slips of the hand make as well. */
const RARER_PREFIXES = ["bi", "co", "de", "dis", "e", "fore", "in", "mid", "mis", "out", "pro", "re", "trans", "tri"];
const RARER_SUFFIXES = [
  "s",
  "able",
  "ability",
  "er",
  "ers",
  "or",
  "ee",
  "ees",
  "ism",
  "ist",
  "ists",
  "ish",
  "ify",
  "ship",
  "dom",
  "hood",
];

/** A known word with a prefix or ending that makes words now and then, or two known words in one: "rebranding", "newtype". */
export function isPlausible(word: string, known: KnownWords): boolean {
  const isBase = (base: string) => base.length >= 3 && isKnown(base.toLowerCase(), known);
  for (let at = 3; at <= word.length - 3; at++) if (isBase(word.slice(0, at)) && isBase(word.slice(at))) return true;
  return isBuiltFrom(word, known, { prefixes: [...RARER_PREFIXES, ...PREFIXES], suffixes: RARER_SUFFIXES });
}

function isBuiltFrom(
  word: string,
  { speller, terms }: KnownWords,
  { prefixes, suffixes }: { prefixes: readonly string[]; suffixes: readonly string[] },
): boolean {
  const lower = word.toLowerCase();
  const isBase = (base: string) => base.length >= SHORTEST_BASE && (speller.correct(base) || terms.has(base));
  return (
    prefixes.some((prefix) => lower.startsWith(prefix) && isBase(lower.slice(prefix.length))) ||
    suffixes.some((suffix) => lower.endsWith(suffix) && isBase(lower.slice(0, -suffix.length)))
  );
}
