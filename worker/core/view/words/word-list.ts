/** Longest word, in characters: no word of a supported language is longer. */
export const LONGEST_WORD = 80;
/** Maximum number of words in one import. */
export const MOST_WORDS = 2_000;

export type TypedWords = { words: string[]; refused: string[] };

/**
 * Parses words that a person pasted: one per line, or separated by commas, semicolons or tabs; duplicates count once. Pieces
 * with inner white space, without a letter or over `LONGEST_WORD` are returned as `refused`, so that the person can see them.
 */
export function parseWordList(typed: string): TypedWords {
  const pieces = new Set(
    typed
      .normalize("NFC")
      .split(/[\n\r,;\t]+/u)
      .map((piece) => piece.trim())
      .filter(Boolean),
  );
  const words: string[] = [];
  const refused: string[] = [];
  for (const piece of pieces) (isWord(piece) ? words : refused).push(piece);
  return { words, refused };
}

/** Returns true for a single word with a letter. */
export function isWord(piece: string): boolean {
  return piece.length <= LONGEST_WORD && /\p{L}/u.test(piece) && !/[\s<>\p{Cc}]/u.test(piece);
}
