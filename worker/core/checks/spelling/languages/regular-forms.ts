import { primarySubtag } from "../../../language/languages.ts";
import { isKnown, type KnownWords } from "../is-right.ts";
import type { Word } from "../tokenize.ts";
import { isLoanVerb } from "./loan-verbs.ts";

const SHORTEST_VERB = 4;
const SHORTEST_PREFIX = 2;
const LONGEST_WORD = 40;

/**
 * Returns true if an unknown word is a form that its language makes of a known word by rule, so that no dictionary lists them all.
 */
export function isRegularForm(word: Word, text: string, known: KnownWords): boolean {
  if (word.word.length > LONGEST_WORD) return false;
  switch (primarySubtag(known.language)) {
    case "de":
      return (
        isInfinitiveWithZu(word.word, known) ||
        isComparative(word.word, known) ||
        isGermanNounForm(word.word, known) ||
        isJoinedFiniteVerb(word.word, known) ||
        isShortenedAdjective(word.word, known) ||
        isCompoundParticiple(word.word, known) ||
        isPoetic(word, text, known) ||
        isLoanVerb(word.word) ||
        lacksFinalE(word, text, known) ||
        isParticipleOf(SEPARABLE.de, word.word, known)
      );
    case "nl":
      return (
        isStressed(word.word, known) || isPresentParticiple(word.word, known) || isParticipleOf(SEPARABLE.nl, word.word, known)
      );
    case "es":
      return isPluralOfVowel(word.word, known) || isStressedTwice(word.word, known) || isForAll(word.word, known);
    case "pt":
      return isPluralOfVowel(word.word, known) || isForAll(word.word, known);
    case "it":
      return isPluralOfPerson(word.word, known);
    default:
      return false;
  }
}

/** Returns true for the infinitive of a separable verb with "zu" in it: "mitzuführen" from "mitführen". */
function isInfinitiveWithZu(word: string, { speller }: KnownWords): boolean {
  if (!/^\p{Ll}+n$/u.test(word)) return false;
  for (let at = word.indexOf("zu", SHORTEST_PREFIX); at !== -1; at = word.indexOf("zu", at + 1)) {
    const verb = word.slice(at + 2);
    if (verb.length < SHORTEST_VERB) return false;
    if (speller.correct(word.slice(0, at) + verb) && speller.correct(verb)) return true;
  }
  return false;
}

/** Returns true for the comparative of a German adjective or participle: "fundiertere" from "fundiert". */
function isComparative(word: string, { speller }: KnownWords): boolean {
  const base = /^(\p{Ll}{6,})ere[nmrs]?$/u.exec(word)?.[1];
  return base !== undefined && speller.correct(base) && speller.correct(`${base}es`);
}

/** Returns true for a German verb that lost its last vowel before "es" or "ich": "wär’s", "Vor deinen Thron tret ich". */
function lacksFinalE({ word, end }: Word, text: string, { speller }: KnownWords): boolean {
  return /^(?:['’]| ich(?!\p{L}))/u.test(text.slice(end, end + 5)) && speller.correct(`${word}e`);
}

/** Matches the nouns for persons that have a feminine form. */
const PERSON = /(?:er|or|ent|ant|ist|eur|ör|är|at|et|ot|oge|ier|ar)$/u;

/**
 * Returns true for forms that German makes of any noun of a kind: the feminine of a person ("Beisitzerin"), the dative plural of a noun in
 * "-el" or "-er" ("Rollern", "Zehnteln"), and the plural of one in "-ik" ("Musiken").
 */
function isGermanNounForm(word: string, known: KnownWords): boolean {
  if (!/^\p{Lu}\p{Ll}{4,}$/u.test(word)) return false;
  const person = /^(.{4,})in(?:nen)?$/u.exec(word)?.[1];
  if (person !== undefined && [person, `${person}e`].some((base) => PERSON.test(base) && isNoun(base, known))) return true;
  const other = /^(.{2,}e[lr])n$/u.exec(word)?.[1] ?? /^(.{2,}ik)en$/u.exec(word)?.[1];
  if (other !== undefined && isNoun(other, known)) return true;
  // "Von Ehrenamtsbeauftragtem bis Kassier": a participle used as a noun.
  const participle = /^(.{5,}t)e[mnrs]?$/u.exec(word)?.[1];
  return participle !== undefined && isNoun(`${participle}e`, known) && isNoun(`${participle}er`, known);
}

const isNoun = (word: string, known: KnownWords) =>
  isKnown(word, known) || known.speller.isInUse?.(word.toLowerCase()) === true;

/**
 * Returns true for forms of songs and poems: "ziehet", "uns're", "im Glanze". A noun has its "e" after a word in "-m" alone, because other
 * forms in "-e" may lack an umlaut.
 */
function isPoetic({ word, start }: Word, text: string, { speller }: KnownWords): boolean {
  const verb = /^(\p{Ll}{3,}[^dt])et$/u.exec(word)?.[1];
  if (verb !== undefined && / V[123][sp] /u.test(` ${speller.readingsOf?.(`${verb}t`) ?? ""} `)) return true;
  if (/['’]/u.test(word) && speller.correct(word.replace(/['’]/u, "e"))) return true;
  const noun = /^(\p{Lu}\p{Ll}{2,})e$/u.exec(word)?.[1];
  return noun !== undefined && /m $/u.test(text.slice(Math.max(0, start - 2), start)) && speller.correct(noun);
}

/** Returns true for a separable verb at the end of its clause, if the dictionary has its infinitive only: "umschlug". */
function isJoinedFiniteVerb(word: string, { speller }: KnownWords): boolean {
  const verb =
    /^(?:ab|an|auf|aus|bei|durch|ein|fort|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zurück|zusammen)(\p{Ll}{4,})$/u.exec(
      word,
    )?.[1];
  if (/^(?:her|hin|weg)/u.test(word) && / Vi /u.test(` ${speller.readingsOf?.(word.slice(3)) ?? ""} `)) return true;
  // "aus versehen" and "auf wiedersehen" are two words.
  return verb !== undefined && / V[123]s /u.test(` ${speller.readingsOf?.(verb) ?? ""} `) && !/en$/u.test(verb);
}

/** Returns true for an adjective in "-el", "-en" or "-er" that lost its vowel: "bei trocknem Wetter". */
function isShortenedAdjective(word: string, { speller }: KnownWords): boolean {
  const [, stem = "", last = "", ending = ""] = /^(\p{Ll}{3,})([lnr])(e[mrs])$/u.exec(word) ?? [];
  return (
    stem !== "" &&
    / Au? /u.test(` ${speller.readingsOf?.(`${stem}e${last}`) ?? ""} `) &&
    speller.correct(`${stem}e${last}${ending}`)
  );
}

/** Returns true for a noun and a participle that says what works by it: "ölbetriebenen", "wassergekühlte". */
function isCompoundParticiple(word: string, known: KnownWords): boolean {
  const [, noun = ""] =
    /^(\p{Ll}{2,}?)s?(?:betrieben|beheizt|bezogen|basiert|gestützt|gesteuert|gekühlt|geführt|gebunden|orientiert|geprüft|erfahren|begeistert)(?:e[nmrs]?)?$/u.exec(
      word,
    ) ?? [];
  return noun !== "" && isKnown(noun.charAt(0).toUpperCase() + noun.slice(1), known);
}

/** Returns true for a Dutch present participle: "activerend" and "activerende" from "activeren". */
function isPresentParticiple(word: string, { speller }: KnownWords): boolean {
  const infinitive = /^(\p{L}{3,}n)de?$/u.exec(word.toLowerCase())?.[1];
  return infinitive !== undefined && speller.correct(infinitive);
}

/** Returns true for a Dutch word with accents that stress it: "níet", "hét". */
function isStressed(word: string, { speller }: KnownWords): boolean {
  const plain = word
    .normalize("NFD")
    .replace(/\u0301/gu, "")
    .normalize("NFC");
  return plain !== word && speller.correct(plain);
}

/** Returns true for a word with an "x" for people of any gender: "nosotrxs", "todxs". */
function isForAll(word: string, { speller }: KnownWords): boolean {
  const [, stem = "", plural = ""] = /^(\p{L}{3,})x(s?)$/u.exec(word) ?? [];
  return stem !== "" && speller.correct(`${stem}o${plural}`) && speller.correct(`${stem}a${plural}`);
}

/** Returns true for the plural of an Italian noun or adjective in "-ista": "decorazioni minimaliste". */
function isPluralOfPerson(word: string, { speller }: KnownWords): boolean {
  const stem = /^(\p{L}{3,}ist)[ei]$/u.exec(word.toLowerCase())?.[1];
  return stem !== undefined && speller.correct(`${stem}a`);
}

/** Matches the second person with an "s" that people add by mistake: "dijistes". */
const SECOND_PERSON = /[ai]stes$/u;

/** Returns true for the plural of a known noun that ends in a vowel: "resfríos" from "resfrío". */
function isPluralOfVowel(word: string, { speller }: KnownWords): boolean {
  const lower = word.toLowerCase();
  const singular = /^(\p{L}{4,}[aeoáéíóú])s$/u.exec(lower)?.[1];
  return singular !== undefined && !SECOND_PERSON.test(lower) && speller.correct(singular);
}

/** Returns true for the other spelling of a Spanish adjective in "-íaco": "afrodisiaca", of which both are right. */
function isStressedTwice(word: string, { speller }: KnownWords): boolean {
  const lower = word.toLowerCase();
  const other = lower.replace(/iac(?=[oa]s?$)/u, "íac");
  return other !== lower && speller.correct(other);
}

/** Matches the participles of separable verbs: the part that separates, and the participle of the verb. */
const SEPARABLE = {
  de: /^(?:ab|an|auf|aus|bei|durch|ein|fort|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zurück|zusammen)(ge\p{Ll}{4,})$/u,
  nl: /^(?:aan|af|bij|door|in|mee|na|om|op|over|toe|uit|voor|weg)(ge\p{Ll}{4,})$/u,
} as const;

/** Returns true for the participle of a separable verb made of a known one: "ausgebrachten", "eingelernt". */
function isParticipleOf(separable: RegExp, word: string, { speller }: KnownWords): boolean {
  const participle = separable.exec(word)?.[1];
  return participle !== undefined && speller.correct(participle);
}
