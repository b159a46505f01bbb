import { tokenize } from "../tokenize.ts";

/** How a text writes its words. */
export type TitleFacts = {
  /** Words, and how many of the longer ones that open no sentence have a capital. */
  words: number;
  capitals: number;
  /** True if capitals are a matter of style: most longer words have one, or there is no longer word that could be without. */
  isTitled: boolean;
};

const LONGER = 4;
const MOST = 0.6;

let last: { text: string; facts: TitleFacts } | null = null;

/** Returns how a text writes its words; those of the same text are counted once. */
export function titleFactsOf(text: string): TitleFacts {
  if (last?.text !== text) last = { text, facts: countCapitals(text) };
  return last.facts;
}

function countCapitals(text: string): TitleFacts {
  const words = tokenize(text);
  const longer = words.filter(({ word, opensSentence }) => word.length >= LONGER && !opensSentence);
  const capitals = longer.filter(({ word }) => /^\p{Lu}/u.test(word)).length;
  return { words: words.length, capitals, isTitled: capitals >= longer.length * MOST };
}
