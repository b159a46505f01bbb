import { isEnglish, type Language, primarySubtag } from "../../language/languages.ts";
import type { Lexicon, Speller, WordSet } from "./lexicon.ts";
import type { Word } from "./tokenize.ts";

/** Lists parts of hyphenated words that are not words alone ("pre-war", "multi- and single-user", "cul-de-sac"). */
const HYPHEN_PARTS = new Set(
  (
    "ad ante anti arch bi bio cis co counter crypto cyber de di eco electro equi ex extra geo hetero hyper infra inter intra iso macro mal " +
    "mega meta micro mid mini mis mono multi nano neo neuro non omni para per peri petro photo poly post pre pro proto pseudo psycho quasi " +
    "re retro semi socio sub super techno tele thermo trans tri ultra un uni up vice xeno afro anglo euro franco indo sino austro " +
    "ish esque wards fold la le de du des en vis cul sac faire vivre laissez facto jour priori posteriori"
  ).split(" "),
);

/** Holds the dictionary and the word lists that `isRight` consults. */
export type KnownWords = { language: Language; speller: Speller; terms: WordSet; names: WordSet };

export function knownWords({ words, terms, names }: Lexicon, language: Language): KnownWords {
  return { language, speller: words(language), terms, names };
}

/**
 * Returns true if a word is known as it is written, in lower case, or without its possessive ending or elided prefix. English
 * words with an accent are accepted as names or foreign words ("Émigré"). A part of a hyphenated word is also right if it occurs
 * only there or if the dictionary has the whole ("vis-à-vis").
 */
export function isRight(word: Word, known: KnownWords): boolean {
  const base = withoutPossessive(word.word);
  if (isKnown(word.word, known) || isKnown(base, known)) return true;
  if (isEnglish(known.language) && isContracted(word.word, known)) return true;
  const stem = withoutElision(base, known.language);
  // "l'e-mail" leaves the single letter "e".
  if (stem !== base && (stem.length === 1 || isKnown(stem, known))) return true;
  // Dictionaries list some abbreviations with their full stop: "usw.", "Dr.".
  if (!isEnglish(known.language) && known.speller.correct(`${base}.`)) return true;
  if (known.language === "es" && isVerbWithPronouns(base, known)) return true;
  // "usp's", "cv's": plurals of abbreviations.
  if (known.language === "nl" && /^\p{Ll}{2,4}'s$/u.test(word.word)) return true;
  if (known.language.startsWith("de")) {
    // "Hansestr. 17"
    if (/^\p{Lu}\p{L}{2,}str$/u.test(base)) return true;
    if (NOUN_GENITIVE.test(base) && isKnown(base.slice(0, -1), known)) return true;
  }
  if (isEnglish(known.language) && /[^\p{ASCII}]/u.test(base)) return true;
  return word.compound !== null && isRightInCompound(base, word.compound, known);
}

/** Matches genitives of German nouns made of other words, which dictionaries lack: "des Miteinanders", "des Beisammenseins". */
const NOUN_GENITIVE = /^\p{Lu}\p{L}+(?:ander|sein|[lr]n|en)s$/u;

function isRightInCompound(part: string, compound: string, known: KnownWords): boolean {
  if (HYPHEN_PARTS.has(part.toLowerCase()) || isKnown(compound, known)) return true;
  // "Renais-sance": a word that was once divided at the end of a line.
  if (isEnglish(known.language) && isKnown(compound.replaceAll("-", ""), known)) return true;
  // "add-ons", "sit-ins"
  if (isEnglish(known.language) && part.endsWith("s") && known.speller.correct(part.slice(0, -1))) return true;
  if (known.language === "nl" && known.speller.correct(`'${compound}`)) return true;
  if (known.language.startsWith("de") || known.language === "nl") {
    // Accepts "Versicherungs-" in "Versicherungs- und Finanzdienste", and "kindergarten" in "Waldorf-kindergarten".
    return (
      (part.endsWith("s") && isKnown(part.slice(0, -1), known)) || isKnown(part.charAt(0).toUpperCase() + part.slice(1), known)
    );
  }
  // The dictionary lists some verbs with their pronouns: "fazê-lo", "donnez-le-moi".
  const joined = compound.match(/(?<!\p{L})\p{L}+-\p{L}+/gu) ?? [];
  return joined.some((pair) => pair.split("-").includes(part) && known.speller.correct(pair.toLowerCase()));
}

/** Matches short words that replace their vowel with an apostrophe before another word, by language. */
const ELISIONS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/iu,
  it: /^(?:[cdlmnstv]|un|gl|all|dall|dell|nell|sull|coll|quell|quest|bell|sant|tutt|grand|mezz|quant|com|dov|cos|ann)'/iu,
};

/**
 * Returns true for a Spanish verb with pronouns attached: an imperative that gains an accent ("suscríbete", "actualízate") or an
 * infinitive that needs none ("configurarlas").
 */
function isVerbWithPronouns(word: string, { speller }: KnownWords): boolean {
  const infinitive = /^(\p{L}{2,}[aeiáéí]r)(?:[mts]e|n?os|l[aoe]s?)$/u.exec(word.toLowerCase())?.[1];
  if (infinitive !== undefined && speller.correct(infinitive)) return true;
  const verb = /^(\p{L}{3,}?)(?:[mts]e|nos|os)?(?:l[aoe]s?|[mts]e|nos)$/u.exec(word.toLowerCase())?.[1];
  // A single pronoun does not put an accent on the verb's last vowel: "especiáles" is wrong.
  if (verb !== undefined && /[áéíóú]$/u.test(verb) && word.length - verb.length <= 3) return false;
  const stem = verb?.replace(/[áéíóú]/gu, (vowel) => vowel.normalize("NFD").charAt(0));
  return verb !== undefined && stem !== undefined && verb !== stem && speller.correct(stem);
}

/** Returns a word without its elided prefix ("année" from "l'année"). Returns it unchanged in languages without elision. */
export function withoutElision(word: string, language: Language): string {
  const elision = ELISIONS[primarySubtag(language)];
  const stem = elision ? word.replace(elision, "") : word;
  return stem === "" ? word : stem;
}

/** Matches contractions that dictionaries lack: "there'll", "what're", "those've". */
const CONTRACTED =
  /^(?:(?:there|here|that|this|these|those|it|he|she|who|what|which|where|when|why|how|(?:some|any|every|no)(?:body|one|thing))'(?:ll|d)|(?:who|what|which|where|why|how|there|these|those)'re|(?:who|what|which|that|there|these|those)'ve)$/iu;

/**
 * Returns true for a contraction that dictionaries lack ("there'd") or that adds one to another ("shouldn't've", "y'all'd've").
 */
function isContracted(word: string, known: KnownWords): boolean {
  // "dos and don'ts"
  if (/n't's?$|n'ts$/iu.test(word)) return known.speller.correct(word.replace(/'?s$/iu, ""));
  const once = word.replace(/'(?:ve|d|ll|re|s|m)$/iu, "");
  if (once === word) return false;
  return CONTRACTED.test(word) || (once.includes("'") && (known.speller.correct(once) || isContracted(once, known)));
}

/** Returns a word without "'s" or the apostrophe after a plural. */
export function withoutPossessive(word: string): string {
  return word.replace(/'s?$/iu, "");
}

/** Returns true if the dictionary or a word list has a word, as written or in lower case. Names count only with a capital. */
export function isKnown(word: string, { language, speller, terms, names }: KnownWords): boolean {
  if (speller.correct(word)) return true;
  const lower = word.toLowerCase();
  if (terms.has(lower)) return true;
  const singular = lower.endsWith("s") ? lower.slice(0, -1) : "";
  // If the dictionary has the singular, it has the right plural too: this rejects "assemblys".
  if (terms.has(singular) && !speller.correct(singular)) return true;
  if (word === lower) return false;
  // German words in capitals may be nouns ("RECHTSCHREIBUNG") or have "SS" for "ß" ("STRASSE").
  if (word === word.toUpperCase() && language.startsWith("de") && isRightInCapitals(word, speller)) return true;
  // Each word of "FREE DELIVERY" and "Free Delivery" is right in lower case.
  return speller.correct(lower) || names.has(lower);
}

function isRightInCapitals(word: string, speller: Speller): boolean {
  const capitalised = word.charAt(0) + word.slice(1).toLowerCase();
  return [capitalised, capitalised.replaceAll("ss", "ß")].some((form) => speller.correct(form));
}
