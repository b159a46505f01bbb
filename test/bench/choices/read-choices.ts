import { type Choice, choicesOf } from "#worker/core/checks/grammar/choices/choice.ts";
import { contextOf, hashOf, mix, seenOf } from "#worker/core/checks/grammar/choices/context.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";

/** A choice that a writer made: which options were right (as bits), and what was around it. */
export type Made = { gold: number; options: number; features: number[] };

/** Returns every choice made in a text. */
export function readChoices(text: string): Made[] {
  const tokens = tokensOf(text);
  const seen = seenOf(tokens);
  const made: Made[] = [];
  const add = ({ family, options }: Choice, gold: number, context: readonly number[]) => {
    const seed = hashOf(family);
    made.push({ gold, options: options.length, features: context.map((feature) => mix(feature, seed)) });
  };
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    for (const choice of choicesOf(token, tokens[at - 1]?.kind === "edge")) {
      const gold = choice.options.reduce((bits, option, slot) => (option === token.lower ? bits | (1 << slot) : bits), 0);
      add(choice, gold, contextOf(seen, at - 1, at + 1, choice.lemma));
    }
  }
  return made;
}
