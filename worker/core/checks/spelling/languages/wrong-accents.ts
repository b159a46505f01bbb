import { primarySubtag } from "../../../language/languages.ts";
import { isRight, type KnownWords } from "../is-right.ts";
import type { Word } from "../tokenize.ts";

/** Lists letters that a language never writes, each with the one that is meant. */
const NEVER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: { à: "á", è: "é", ì: "í", ò: "ó", ù: "ú", ã: "á" },
  pt: { è: "é", ì: "í", ò: "ó", ù: "ú" },
};
const ACUTE: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú" };
/** Matches the pronouns at the end of a Spanish imperative, which then takes an accent ("conócenos"); "-los" ends nouns as well. */
const WITH_PRONOUN = /^\p{Ll}{3,}(?:nos|te|me|se)$/u;

/** Returns true for a "u" that only keeps the sound of the letter before it: "síguenos", "comuníquese". */
function isSilent(word: string, at: number): boolean {
  return /^[gq]u[ei]/u.test(word.slice(at - 1, at + 2));
}

/**
 * Returns a word, in lower case, with the accents that it must have: an acute one where a grave one was written that its language does
 * not use ("jòvenes"), or the one of a Spanish imperative with a pronoun ("Contactanos"). Returns null if that is no word.
 */
export function rightAccents(word: Word, known: KnownWords): { word: string; isForeignLetter: boolean } | null {
  const language = primarySubtag(known.language);
  const lower = word.word.toLowerCase();
  const never = NEVER[language];
  const changed = never ? lower.replace(/[^\p{ASCII}]/gu, (letter) => never[letter] ?? letter) : lower;
  const isWord = (form: string) => isRight({ ...word, text: form, word: form, compound: null }, known);
  if (changed !== lower) return isWord(changed) ? { word: changed, isForeignLetter: true } : null;
  if (language !== "es" || !WITH_PRONOUN.test(lower)) return null;
  // The accent is on the third syllable from the end, or on the fourth if two pronouns follow.
  for (let at = lower.length - 4; at >= 0; at--) {
    const accented = ACUTE[lower.charAt(at)];
    if (accented === undefined || isSilent(lower, at)) continue;
    const form = lower.slice(0, at) + accented + lower.slice(at + 1);
    if (isWord(form)) return { word: form, isForeignLetter: false };
  }
  return null;
}
