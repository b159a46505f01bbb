import { tokenize } from "../tokenize.ts";

/** Holds how a text capitalises its words. */
export type TitleFacts = {
  /** Counts all words; `capitals` counts the longer ones with a capital that do not open a sentence. */
  words: number;
  capitals: number;
  /** True if capitals are a matter of style: most longer words have one, or there are no longer words to judge by. */
  isTitled: boolean;
};

const LONGER = 4;
const MOST = 0.6;

let last: { text: string; facts: TitleFacts } | null = null;

/** Returns the facts about a text. Those of the last text are cached. */
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
