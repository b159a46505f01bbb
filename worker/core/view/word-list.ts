/** No word of a language that we check is longer; what is longer was not meant as one word. */
export const LONGEST_WORD = 80;
/** Words that one import takes. */
export const MOST_WORDS = 2_000;

export type TypedWords = { words: string[]; refused: string[] };

/**
 * Words out of what a person pasted: one a line, or separated by commas, semicolons or tabs. Doubles count once. A piece with inner white
 * space, without a letter or over LONGEST_WORD characters is refused, and given back so that the person can be told.
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

function isWord(piece: string): boolean {
  return piece.length <= LONGEST_WORD && /\p{L}/u.test(piece) && !/[\s<>\p{Cc}]/u.test(piece);
}
