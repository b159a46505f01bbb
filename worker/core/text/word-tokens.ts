/** A word or a single sign of a text: `word` is folded for comparing, `start` and `end` are UTF-16 positions. */
export type WordToken = { word: string; start: number; end: number };

/** Scripts that put no spaces between words: each of their characters is a token, so that a term is found inside a sentence. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
/** Soft hyphens, joiners and spaces without width: they are inside words and not seen. */
const UNSEEN = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
const TOKEN = new RegExp(`[${UNSPACED}]\\p{M}*|[[\\p{L}\\p{M}\\p{N}${UNSEEN}]--[${UNSPACED}]]+|[\\S--[${UNSEEN}]]`, "gv");
const UNSEEN_CHARACTERS = new RegExp(`[${UNSEEN}]`, "gu");
const PLAIN = /^[\x21-\x7e]+$/u;

/** Signs that people type as another one: curly quotes and apostrophes, hyphens that do not break. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...["’", "‘", "ʼ", "＇", "`", "´", "‛"].map((sign) => [sign, "'"] as const),
  ...["“", "”", "„", "‟", "«", "»", "＂"].map((sign) => [sign, '"'] as const),
  ...["‐", "‑"].map((sign) => [sign, "-"] as const),
]);

/** Splits a text into its words and signs, without spaces. The cost follows the length of the text. */
export function wordTokens(text: string): WordToken[] {
  const tokens: WordToken[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const word = foldWord(found);
    if (word !== "") tokens.push({ word, start: index, end: index + found.length });
  }
  return tokens;
}

/** Returns a text with one sign for those that people type in several ways, and without unseen characters. Letters keep their case. */
export function plainSigns(text: string): string {
  if (PLAIN.test(text)) return text === "`" ? "'" : text;
  const visible = text.replace(UNSEEN_CHARACTERS, "").normalize("NFC");
  return Array.from(visible, (character) => SIGNS.get(character) ?? character).join("");
}

/** Returns a term as it is compared: "It’s  FINE" and "it's fine" are the same. */
export function termKey(term: string): string {
  return wordTokens(term)
    .map(({ word }) => word)
    .join(" ");
}

function foldWord(word: string): string {
  return plainSigns(word).toLowerCase();
}
