import { OBJECT_PLACEHOLDER } from "../../page/block.ts";

/** Facts about a whole text, needed for each of its wrong words. */
export type TextFacts = {
  hasObjects: boolean;
  /** True if it has words in small letters, so that a capital says something. */
  hasSmallWords: boolean;
  /** True if it writes capitals within sentences, as German does. */
  writesCapitals: boolean;
  /** True if a string occurs as a word somewhere else than at `start`. */
  isRepeated(written: string, start: number): boolean;
};

let last: { text: string; facts: TextFacts } | null = null;

/** Returns the facts of a text; those of the same text are found once. */
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

/** Returns the first two places at which a string is no part of a longer word: one of them is not the one that is asked about. */
function firstTwo(written: string, text: string): number[] {
  const isPart = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  const found: number[] = [];
  for (let at = text.indexOf(written); at !== -1 && found.length < 2; at = text.indexOf(written, at + written.length))
    if (!isPart(at - 1) && !isPart(at + written.length)) found.push(at);
  return found;
}
