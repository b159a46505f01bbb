/** Splits words into the pieces that the sentence reader knows: their ids in a row, and the index of the first piece of each word. */
export type WordPieces = { ids: number[]; firsts: number[] };

const CONTINUED = "##";
const LONGEST = 100;

/**
 * Returns a function that splits words as BERT does: without case and accents, marks apart, then the longest known piece first
 * (Wu et al., "Google's Neural Machine Translation System", 2016, section 4.1). A word that cannot be split is one unknown piece.
 */
export function createWordPieces(vocabulary: readonly string[]): (words: readonly string[]) => WordPieces {
  const idOf = new Map(vocabulary.map((piece, id) => [piece, id]));
  const idFor = (piece: string) => {
    const id = idOf.get(piece);
    if (id === undefined) throw new Error(`The vocabulary of the sentence reader lacks ${piece}.`);
    return id;
  };
  const [unknown, start, end] = [idFor("[UNK]"), idFor("[CLS]"), idFor("[SEP]")];

  function piecesOf(part: string): number[] {
    if (part.length > LONGEST) return [unknown];
    const ids: number[] = [];
    for (let from = 0; from < part.length; ) {
      let to = part.length;
      let id: number | undefined;
      for (; to > from; to--) {
        id = idOf.get((from === 0 ? "" : CONTINUED) + part.slice(from, to));
        if (id !== undefined) break;
      }
      if (id === undefined) return [unknown];
      ids.push(id);
      from = to;
    }
    return ids;
  }

  return (words) => {
    const ids = [start];
    const firsts: number[] = [];
    for (const word of words) {
      firsts.push(ids.length);
      for (const part of partsOf(word)) ids.push(...piecesOf(part));
    }
    return { ids: [...ids, end], firsts };
  };
}

/** Returns the runs of letters and digits of a word and its marks, without case and accents. */
function partsOf(word: string): string[] {
  return (
    word
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .toLowerCase()
      .match(/[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+/gu) ?? []
  );
}
