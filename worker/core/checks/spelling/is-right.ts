import { isEnglish, type Language, primarySubtag } from "../../languages.ts";
import type { Lexicon, Speller, WordSet } from "./lexicon.ts";
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
  "anti auto bio counter cyber hyper inter macro mega meta micro mini mono multi nano non over poly post pre pseudo semi sub super tele ultra un under".split(
    " ",
  );

/** Endings that make words freely: "pocketable" is not among them, for slips end so too. */
const SUFFIXES = ["less", "like", "ness", "wide", "wise"];

const SHORTEST_BASE = 4;

/** What `isRight` asks: a dictionary, and the vocabulary beside it. */
export type KnownWords = { language: Language; speller: Speller; terms: WordSet; names: WordSet };

export function knownWords({ words, terms, names }: Lexicon, language: Language): KnownWords {
  return { language, speller: words(language), terms, names };
}

/**
 * Whether a word is right as it stands: itself, its lower case where capitals are owed to the place, or its parts.
 * 1. The dictionary, the web's vocabulary, names with their capital; each also without a possessive ending or what is elided before it.
 * 2. In English: what has an accent is a name or foreign ("Émigré"), and nobody's slip.
 * 3. A part of a hyphenated word that is only a word there, or a whole that the dictionary has ("vis-à-vis").
 */
export function isRight(word: Word, known: KnownWords): boolean {
  const base = withoutPossessive(word.word);
  if (isKnown(word.word, known) || isKnown(base, known)) return true;
  if (isEnglish(known.language) && isContracted(word.word, known)) return true;
  const stem = withoutElision(base, known.language);
  // "l'e-mail" leaves one letter.
  if (stem !== base && (stem.length === 1 || isKnown(stem, known))) return true;
  // "usw." and "Dr.", which dictionaries have with their full stop.
  if (!isEnglish(known.language) && known.speller.correct(`${base}.`)) return true;
  if (known.language === "es" && isVerbWithPronouns(base, known)) return true;
  if (isEnglish(known.language) && /[^\p{ASCII}]/u.test(base)) return true;
  return word.compound !== null && isRightInCompound(base, word.compound, known);
}

function isRightInCompound(part: string, compound: string, known: KnownWords): boolean {
  if (HYPHEN_PARTS.has(part.toLowerCase()) || isKnown(compound, known)) return true;
  if (known.language === "nl" && known.speller.correct(`'${compound}`)) return true;
  if (known.language.startsWith("de") || known.language === "nl") {
    // "Versicherungs-" of "Versicherungs- und Finanzdienste", and "kindergarten" of "Waldorf-kindergarten".
    return (
      (part.endsWith("s") && isKnown(part.slice(0, -1), known)) || isKnown(part.charAt(0).toUpperCase() + part.slice(1), known)
    );
  }
  // "fazê-lo", "donnez-le-moi": a verb with its pronouns, as the dictionary writes it.
  const joined = compound.match(/\p{L}+-\p{L}+/gu) ?? [];
  return joined.some((pair) => pair.split("-").includes(part) && known.speller.correct(pair.toLowerCase()));
}

/** Small words that lose their vowel before another, and their apostrophe. */
const ELISIONS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/iu,
  it: /^(?:[cdlmnstv]|un|gl|all|dall|dell|nell|sull|coll|quell|quest|bell|sant|tutt|grand|mezz|quant|com|dov|cos|ann)'/iu,
};

/** "suscríbete", "actualízate": an imperative whose accent comes with its pronouns. */
function isVerbWithPronouns(word: string, { speller }: KnownWords): boolean {
  const verb = /^(\p{L}{3,}?)(?:[mts]e|nos|os)?(?:l[aoe]s?|[mts]e|nos)$/u.exec(word.toLowerCase())?.[1];
  const stem = verb?.replace(/[áéíóú]/gu, (vowel) => vowel.normalize("NFD").charAt(0));
  return verb !== undefined && stem !== undefined && verb !== stem && speller.correct(stem);
}

/** "année" of "l'année"; the word itself in languages without elision. */
export function withoutElision(word: string, language: Language): string {
  const elision = ELISIONS[primarySubtag(language)];
  const stem = elision ? word.replace(elision, "") : word;
  return stem === "" ? word : stem;
}

/** "shouldn't've", "y'all'd": what dictionaries have with one contraction, with one more. */
function isContracted(word: string, { speller }: KnownWords): boolean {
  const once = word.replace(/'(?:ve|d|ll|re|s|m)$/iu, "");
  return once !== word && speller.correct(once) && once.includes("'");
}

/** A word without "'s" or the apostrophe after a plural. */
export function withoutPossessive(word: string): string {
  return word.replace(/'s?$/iu, "");
}

/** Whether the dictionary or a word list has a word, as it is written. */
export function isKnown(word: string, { language, speller, terms, names }: KnownWords): boolean {
  if (speller.correct(word)) return true;
  const lower = word.toLowerCase();
  if (terms.has(lower)) return true;
  const singular = lower.endsWith("s") ? lower.slice(0, -1) : "";
  // Of what the dictionary knows itself, it knows the plural too: not "assemblys".
  if (terms.has(singular) && !speller.correct(singular)) return true;
  if (word === lower) return false;
  // German words in capitals stand for nouns too: "RECHTSCHREIBUNG"; "STRASSE" has no other way.
  if (word === word.toUpperCase() && language.startsWith("de") && isRightInCapitals(word, speller)) return true;
  // "FREE DELIVERY" and "Free Delivery", where each word is right in lower case.
  return speller.correct(lower) || names.has(lower);
}

function isRightInCapitals(word: string, speller: Speller): boolean {
  const capitalised = word.charAt(0) + word.slice(1).toLowerCase();
  return [capitalised, capitalised.replaceAll("ss", "ß")].some((form) => speller.correct(form));
}

/** A known word with a prefix or ending that makes words freely: right, unless it is near a common word ("intergrated"). */
export function isDerived(word: string, known: KnownWords): boolean {
  const affixes = isEnglish(known.language)
    ? { prefixes: PREFIXES, suffixes: SUFFIXES }
    : { prefixes: SHARED_PREFIXES, suffixes: [] };
  return isBuiltFrom(word, known, affixes);
}

/** Prefixes that other languages have in common. */
const SHARED_PREFIXES =
  "anti auto bio contra ex extra hiper hyper infra inter intra macro mega meta micro mini mono multi nano neo poli poly post pre pseudo semi super supra tele ultra video vice web".split(
    " ",
  );

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
  "ize",
  "ized",
  "izes",
  "izing",
  "ship",
  "dom",
  "hood",
];

/** A known word with a prefix or ending that makes words now and then, or two known words in one: "rebranding", "newtype". */
export function isPlausible(word: string, known: KnownWords): boolean {
  if (!isEnglish(known.language)) return false;
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
