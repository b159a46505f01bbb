import { tokensOf } from "../../grammar/engine/tokens.ts";
import { aroundAt, judgePlace } from "../../grammar/sequences/sequence-chance.ts";
import { countOf, isCounted } from "../../grammar/sequences/sequence-counts.ts";
import { sequenceHashes, wordHash } from "../../grammar/sequences/sequence-words.ts";
import { type Suggestion, score } from "./suggest.ts";

/** Characters of the text before and after a word that tell which words are beside it. */
const AROUND = 60;
/** Cost that a neighbourhood makes up for in which a word is e times as usual as elsewhere, and the most that it makes up for. */
const CONTEXT_WEIGHT = 0.03;
const MOST_CONTEXT = 0.4;
/** Cost of two words that are never counted beside each other: "observe red" for "observered". */
const STRANGERS_COST = 0.5;

/**
 * Returns the suggestions for an English word, those first that are usual beside its neighbours: "the assests of the club" → assets.
 * `start` is the word's place in the text.
 */
export function rankInContext(suggestions: readonly Suggestion[], text: string, start: number): Suggestion[] {
  const fits = fitsAt(suggestions, text, start);
  const least = Math.min(...fits.filter((fit) => fit !== null));
  return suggestions
    .map((suggestion, at) => {
      const fit = fits[at] ?? null;
      const context = fit === null ? 0 : Math.min(MOST_CONTEXT, CONTEXT_WEIGHT * (fit - least));
      return { suggestion, score: score(suggestion) + strangersCost(suggestion) - context };
    })
    .sort((a, b) => a.score - b.score)
    .map(({ suggestion }) => suggestion);
}

/** Returns for each suggestion the logarithm of how much more usual it is in this place than elsewhere; null if it was never counted. */
function fitsAt(suggestions: readonly Suggestion[], text: string, start: number): (number | null)[] {
  const from = Math.max(0, start - AROUND);
  const tokens = tokensOf(text.slice(from, start + AROUND));
  const at = tokens.findIndex((token) => token.kind === "word" && token.start === start - from);
  const hashes = sequenceHashes(tokens, isCounted);
  const judge = at < 0 ? () => null : judgePlace(aroundAt(hashes, at));
  return suggestions.map(({ word }) => {
    const hash = wordHash(word.toLowerCase());
    const beside = isCounted(hash) ? judge(hash) : null;
    return beside && beside.log - Math.log(beside.alone + 1);
  });
}

function strangersCost({ word }: Suggestion): number {
  const [left, right] = word.toLowerCase().split(" ").map(wordHash);
  return left !== undefined && right !== undefined && countOf(left, right) === 0 ? STRANGERS_COST : 0;
}
