import { NO_TAG } from "./tag-features.ts";
import type { Token } from "./token.ts";
import { classesOf } from "./word-class.ts";

/** Returns a copy of the tokens with those from `from` up to `to` replaced by a word, or by none if it is empty. */
export function editedTokens(tokens: readonly Token[], { from, to, fix }: { from: number; to: number; fix: string }): Token[] {
  return [...tokens.slice(0, from), ...(fix === "" ? [] : [tokenFor(fix)]), ...tokens.slice(to)];
}

function tokenFor(word: string): Token {
  return { text: word, lower: word, start: 0, end: 0, kind: "word", classes: classesOf(word), tag: NO_TAG, isSpaced: true };
}
