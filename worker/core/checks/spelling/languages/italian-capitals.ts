import type { KnownWords } from "../is-right.ts";
import type { Word } from "../tokenize.ts";

/** Lists the accented forms of each vowel, which an apostrophe replaces after capitals. */
const ACCENTED: Readonly<Record<string, readonly string[]>> = { a: ["à"], e: ["è", "é"], i: ["ì"], o: ["ò"], u: ["ù"] };

/** Returns true for an Italian word in capitals whose accent is an apostrophe, since keyboards have no such capitals: "CITTA'". */
export function isAccentedByApostrophe({ word, end }: Word, text: string, { language, speller }: KnownWords): boolean {
  if (language !== "it" || word !== word.toUpperCase() || !/^['’]/u.test(text.slice(end, end + 1))) return false;
  const stem = word.slice(0, -1).toLowerCase();
  return (ACCENTED[word.slice(-1).toLowerCase()] ?? []).some((vowel) => speller.correct(stem + vowel));
}
