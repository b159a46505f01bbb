import { OBJECT_PLACEHOLDER } from "../../page/block.ts";

/** Holds facts about a whole text that are needed for each of its wrong words. */
export type TextFacts = {
  hasObjects: boolean;
  /** True if the text has words in small letters, so that a capital is significant. */
  hasSmallWords: boolean;
  /** True if the text has capitals within sentences, as German does. */
  writesCapitals: boolean;
  /** Returns true if a string occurs as a word in a place other than `start`. */
  isRepeated(written: string, start: number): boolean;
};

let last: { text: string; facts: TextFacts } | null = null;

/** Returns the facts about a text. Those of the last text are cached. */
export function factsOf(text: string): TextFacts {
  if (last?.text !== text) last = { text, facts: findFacts(text) };
  return last.facts;
}

function findFacts(text: string): TextFacts {
  const smallWords = text.matchAll(/(?<![\p{L}'’])\p{Ll}{4,}/gu);
  const places = new Map<string, readonly number[]>();
  return {
    hasObjects: text.includes(OBJECT_PLACEHOLDER),
    hasSmallWords: !smallWords.next().done && !smallWords.next().done,
    writesCapitals: /[^.!?:]\s\p{Lu}\p{Ll}/u.test(text),
    isRepeated: (written, start) => {
      const found = places.get(written) ?? firstTwo(written, text);
      places.set(written, found);
      return found.some((at) => at < start || at >= start + written.length);
    },
  };
}

/** Returns the first two places where a string is a whole word. Two are enough to find one other than a given place. */
function firstTwo(written: string, text: string): number[] {
  const isPart = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  const found: number[] = [];
  for (let at = text.indexOf(written); at !== -1 && found.length < 2; at = text.indexOf(written, at + written.length))
    if (!isPart(at - 1) && !isPart(at + written.length)) found.push(at);
  return found;
}
