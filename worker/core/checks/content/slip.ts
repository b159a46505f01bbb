import type { Block } from "../../page/block.ts";
import type { TextRange } from "../excerpt.ts";
import type { Finding } from "../finding.ts";

/** Part of a Block that content rules read. */
export type ContentBlock = Pick<Block, "kind" | "text">;

/** Text left in by mistake, from which a Finding is made. */
export type Slip = Pick<Finding, "rule" | "confidence" | "message"> & {
  range: TextRange;
  /** Best first; defaults to none. */
  suggestions?: string[];
  /** Shown instead of a long range. */
  text?: string;
  holds?: Finding["holds"];
  /** Set where slips with other words are the same fault; defaults to the rule and the words. */
  subject?: string;
};

/** One rule or several related ones: pure and independent of the text's language. */
export type ContentRule = (block: ContentBlock) => Slip[];

/** Returns the ranges that a pattern with the flag `g` matches. */
export function rangesOf(pattern: RegExp, text: string): TextRange[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

const QUOTE_BEFORE = /["'“‘«`„]\s?$/u;
const QUOTE_AFTER = /^\s?["'”’»`“]/u;

/** True if a range is in quotation marks, so it is mentioned rather than used: the word “undefined”. */
export function isQuoted({ start, end }: TextRange, text: string): boolean {
  return QUOTE_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && QUOTE_AFTER.test(text.slice(end, end + 2));
}

export function wholeOf(text: string): TextRange {
  return { start: 0, end: text.length };
}
