import { OBJECT_PLACEHOLDER } from "../../../page/block.ts";
import { NO_TAG } from "./tag-features.ts";
import { tagWords } from "./tag-words.ts";
import type { Token } from "./token.ts";
import { classesOf } from "./word-class.ts";

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’´.@_/\\:#+-]*[\p{L}\p{M}\p{N}]+)*['’]?|[^\s]/gu;
const SENTENCE_END = /^[.!?…]$/u;
/** Lists abbreviations whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof rev revd fr hon capt st mt vs etc no nos op vol vols pp fig figs tel ext e.g i.e eg ie cf inc ltd co jr sr approx dept est".split(
    " ",
  ),
);
const CLOSING = /^["'”’)\]]$/u;

/** Returns the words and marks of an English text, with an edge before and after each sentence. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [edgeAt(0)];
  /** Index of the last token that closes nothing. A sentence may end there, however many quotation marks follow. */
  let lastOpen = 0;
  const add = (token: Token) => {
    if (!CLOSING.test(token.text)) lastOpen = tokens.length;
    tokens.push(token);
  };
  let lastEnd = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const isSpaced = start > lastEnd;
    const [found] = match;
    // In "dogs'", the apostrophe is part of the word only if it forms a possessive plural.
    const word = /[^sS]['’]$/u.test(found) && found.length > 1 ? found.slice(0, -1) : found;
    if (isSpaced && /^[\p{Lu}\p{N}"“'([]/u.test(word) && endsSentence(tokens, lastOpen)) add(edgeAt(start));
    add(tokenFor(word, start, isSpaced));
    if (word !== found) add(tokenFor(found.slice(-1), start + word.length, false));
    lastEnd = start + found.length;
  }
  tokens.push(edgeAt(text.length));
  tagWords(tokens);
  return tokens;
}

function tokenFor(text: string, start: number, isSpaced: boolean): Token {
  const lower = text.toLowerCase().replace(/[’´]/gu, "'");
  const isWord = /[\p{L}\p{N}]/u.test(text) && text !== OBJECT_PLACEHOLDER;
  return {
    text,
    lower,
    start,
    end: start + text.length,
    kind: isWord ? "word" : "mark",
    classes: isWord && !/^\p{Lu}{2,}s?$/u.test(text) ? classesOf(lower) : 0,
    tag: NO_TAG,
    isSpaced,
  };
}

function edgeAt(at: number): Token {
  return { text: "", lower: "", start: at, end: at, kind: "edge", classes: 0, tag: NO_TAG, isSpaced: false };
}

/**
 * Returns true if the tokens so far end a sentence when a capital follows. `last` is the index of the last token that closes
 * nothing.
 */
function endsSentence(tokens: readonly Token[], last: number): boolean {
  const mark = tokens[last];
  if (!mark || !SENTENCE_END.test(mark.text)) return false;
  const before = tokens[last - 1];
  return mark.text !== "." || !before || !(ABBREVIATIONS.has(before.lower) || /^\p{Lu}$/u.test(before.text));
}
