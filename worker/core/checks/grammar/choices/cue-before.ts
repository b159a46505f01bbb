import type { Token } from "../engine/tokens.ts";
import { WORD_CLASS } from "../engine/word-class.ts";

const { N, P, V, Z, D, J, R, U, X } = WORD_CLASS;

const CUES: Readonly<Record<string, string>> = {
  modal:
    "can could will would shall should may might must cannot can't couldn't won't wouldn't shan't shouldn't i'll you'll we'll they'll he'll she'll it'll",
  do: "do does did don't doesn't didn't",
  to: "to",
  be: "am is are was were be been being isn't aren't wasn't weren't i'm you're we're they're",
  have: "have has had haven't hasn't hadn't i've you've we've they've",
  one: "a an this that each every another either neither one",
  several: "these those many several few both two three four five six seven eight nine ten various numerous",
  owner: "the my your his her its our their some any no all of",
  they: "we they you i",
  it: "he she it who",
  preposition: "in for with on at by from about into over after under between without through during before",
};
const BY_WORD = new Map(Object.entries(CUES).flatMap(([cue, words]) => words.split(" ").map((word) => [word, cue] as const)));
const SKIPPED = new Set("not never always often also usually still just already really all only soon ever".split(" "));

/** Names the kind of word before a token, adverbs aside: what a form depends on most. Doubts have a limit for each. */
export function cueBefore(tokens: readonly Token[], at: number): string {
  let left = at - 1;
  while (left > 0 && SKIPPED.has(tokens[left]?.lower ?? "")) left--;
  const token = tokens[left];
  if (!token || token.kind === "edge") return "start";
  if (token.kind === "mark") return "mark";
  const cue = BY_WORD.get(token.lower);
  if (cue) return cue;
  const { classes } = token;
  if (classes & X) return "small word";
  if (classes & U) return "several";
  if (classes & P && !(classes & (N | V | Z | D))) return "plural";
  if (classes & N && !(classes & (V | Z | D | J | R))) return "singular";
  if (classes & J && !(classes & (V | Z | N))) return "adjective";
  return "other";
}
