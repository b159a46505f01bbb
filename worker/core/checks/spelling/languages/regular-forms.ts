import { primarySubtag } from "../../../language/languages.ts";
import type { KnownWords } from "../is-right.ts";
import type { Word } from "../tokenize.ts";

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
        lacksFinalE(word, text, known) ||
        isParticipleOf(SEPARABLE.de, word.word, known)
      );
    case "nl":
      return isPresentParticiple(word.word, known) || isParticipleOf(SEPARABLE.nl, word.word, known);
    case "es":
      return isPluralOfVowel(word.word, known) || isStressedTwice(word.word, known);
    case "pt":
      return isPluralOfVowel(word.word, known);
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

/** Returns true for a German verb that lost its last vowel before "es": "wär’s", "hätt’s". */
function lacksFinalE({ word, end }: Word, text: string, { speller }: KnownWords): boolean {
  return /^['’]/u.test(text.slice(end, end + 1)) && speller.correct(`${word}e`);
}

/** Returns true for a Dutch present participle: "activerend" and "activerende" from "activeren". */
function isPresentParticiple(word: string, { speller }: KnownWords): boolean {
  const infinitive = /^(\p{L}{3,}n)de?$/u.exec(word.toLowerCase())?.[1];
  return infinitive !== undefined && speller.correct(infinitive);
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
