import type { Token } from "./token.ts";

/**
 * Lists the parts of speech that the tagger tells apart: those of the Penn Treebank with names among the nouns, and POS ("the dog's"),
 * PV ("it's") and X (marks, letters, foreign words).
 */
export const TAGS = [
  ...["NN", "NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "IN", "TO"],
  ...["DT", "WDT", "WP", "WRB", "PRP", "PRP$", "CD", "CC", "EX", "RP", "UH", "POS", "PV", "X"],
] as const;
export type Tag = (typeof TAGS)[number];

/** The tag of edges and marks, which the tagger does not judge. */
export const NO_TAG: number = TAGS.length;
/** The number of features of one word. */
export const FEATURES = 17;

const PRIME = 0x01000193;

function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

function hashNumbers(seed: number, first: number, second: number): number {
  let hash = Math.imul(0x811c9dc5 ^ seed, PRIME);
  hash = Math.imul(hash ^ first, PRIME);
  hash = Math.imul(hash ^ (first >>> 16), PRIME);
  hash = Math.imul(hash ^ second, PRIME);
  return Math.imul(hash ^ (second >>> 16) ^ (hash >>> 15), PRIME);
}

/** The hashes of a token that do not depend on the tags of its neighbours. */
export type Traits = { word: number; end: number; short: number; classes: number; shape: number };

export const NO_TOKEN: Traits = { word: 1, end: 2, short: 3, classes: 4, shape: 5 };

/** Returns the traits of a token: hashes of the word and of its endings, its classes and how it is written. */
export function traitsOf({ lower, text, classes, kind }: Token, isFirst: boolean): Traits {
  if (kind === "edge") return NO_TOKEN;
  if (kind === "mark") return { ...NO_TOKEN, word: hashText(text, 7) };
  const word = /^\p{N}/u.test(lower) ? lower.replace(/\d/gu, "0") : lower;
  return {
    word: hashText(word, 0),
    end: hashText(word.slice(-3), 1),
    short: hashText(word.slice(-2), 2),
    classes: hashNumbers(3, classes, Number(word.endsWith("s"))),
    shape: shapeOf(text, isFirst),
  };
}

function shapeOf(text: string, isFirst: boolean): number {
  const first = text.charAt(0);
  const isCapital = first !== first.toLowerCase();
  const isAllCapitals = isCapital && text.length > 1 && text === text.toUpperCase();
  return (
    Number(isCapital) |
    (Number(isAllCapitals) << 1) |
    (Number(isFirst) << 2) |
    (Number(text.includes("-")) << 3) |
    (Number(first >= "0" && first <= "9") << 4)
  );
}

/** Writes the features of the token at an index into `out`; `before` and `beforeThat` are the tags of the two tokens before it. */
export function writeFeatures(
  traits: readonly Traits[],
  at: number,
  before: number,
  beforeThat: number,
  out: Int32Array,
): void {
  const own = traits[at] ?? NO_TOKEN;
  const last = traits[at - 1] ?? NO_TOKEN;
  const next = traits[at + 1] ?? NO_TOKEN;
  const nextButOne = traits[at + 2] ?? NO_TOKEN;
  out[0] = hashNumbers(10, own.word, 0);
  out[1] = hashNumbers(11, own.end, own.shape);
  out[2] = hashNumbers(12, own.short, own.classes);
  out[3] = hashNumbers(13, own.classes, own.shape);
  out[4] = hashNumbers(14, before, own.classes);
  out[5] = hashNumbers(15, before, beforeThat);
  out[6] = hashNumbers(16, before, own.word);
  out[7] = hashNumbers(17, last.word, own.classes);
  out[8] = hashNumbers(18, last.word, before);
  out[9] = hashNumbers(19, next.word, own.classes);
  out[10] = hashNumbers(20, next.end, own.end);
  out[11] = hashNumbers(21, next.classes, own.classes);
  out[12] = hashNumbers(22, next.classes, before);
  out[13] = hashNumbers(23, nextButOne.word, own.classes);
  out[14] = hashNumbers(24, nextButOne.classes, next.classes);
  out[15] = hashNumbers(25, (traits[at - 2] ?? NO_TOKEN).word, before);
  out[16] = hashNumbers(26, next.word, own.word);
}
