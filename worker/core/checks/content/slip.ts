import type { Block } from "../../page/block.ts";
import type { TextRange } from "../excerpt.ts";
import type { Finding } from "../finding.ts";

/** What a rule of this check reads of a Block. */
export type ContentBlock = Pick<Block, "kind" | "text">;

/** Something left in a text that was not meant for readers; a Finding is made of it. */
export type Slip = Pick<Finding, "rule" | "confidence" | "message"> & {
  range: TextRange;
  /** Best first; none by default. */
  suggestions?: string[];
  /** What stands for the range where that is long. */
  text?: string;
  holds?: Finding["holds"];
};

/** One rule, or a family of them: pure, and blind to what language the text is in. */
export type ContentRule = (block: ContentBlock) => Slip[];

/** Where a pattern with the flag `g` matches. */
export function rangesOf(pattern: RegExp, text: string): TextRange[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

const QUOTE_BEFORE = /["'“‘«`„]\s?$/u;
const QUOTE_AFTER = /^\s?["'”’»`“]/u;

/** True if what stands there is spoken of, not used: the word “undefined”. */
export function isQuoted({ start, end }: TextRange, text: string): boolean {
  return QUOTE_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && QUOTE_AFTER.test(text.slice(end, end + 2));
}

export function wholeOf(text: string): TextRange {
  return { start: 0, end: text.length };
}
