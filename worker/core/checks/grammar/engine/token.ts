/** A word, number or mark; or an `edge`, which is the beginning or end of a sentence and has no text. */
export type Token = {
  text: string;
  /** The text in lower case, with straight apostrophes. */
  lower: string;
  start: number;
  end: number;
  kind: "word" | "mark" | "edge";
  classes: number;
  /** Index of the part of speech in TAGS; NO_TAG for marks and edges. tag-words.ts sets it. */
  tag: number;
  isSpaced: boolean;
};
