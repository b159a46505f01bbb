import type { Token } from "../engine/tokens.ts";
import { type Choice, choicesOf, FORMS } from "./choice.ts";
import { scoreOptions } from "./choice-model.ts";
import { contextOf, type Seen } from "./context.ts";
import { cueBefore } from "./cue-before.ts";

/** A word that fits better than what is written; `margin` is how much, as the logarithm of a ratio of chances. */
export type Doubt = {
  /** Index of the token. */
  at: number;
  family: string;
  /** The two words, or the two forms ("past>base"): doubts of one kind have one limit. */
  kind: string;
  /** What is before it (see cue-before.ts). */
  cue: string;
  written: string;
  better: string;
  /** Of a form; "" for other words. */
  lemma: string;
  margin: number;
};

/** Names the kinds of doubt that share a limit. Forms depend on what is before; near words on themselves. */
export function limitKey({ family, kind, cue, lemma }: Doubt): string {
  return lemma === "" ? `${family} ${kind}` : `${family} ${kind} after ${cue}`;
}

/** Returns what fits better in the place of a word, for each choice that it is; `isRead` says which families are looked at. */
export function doubtWord(
  tokens: readonly Token[],
  seen: readonly Seen[],
  at: number,
  isRead: (family: string) => boolean = () => true,
): Doubt[] {
  const token = tokens[at];
  if (!token) return [];
  const isFirst = tokens[at - 1]?.kind === "edge";
  return choicesOf(token, isFirst).flatMap((choice) => {
    if (!isRead(choice.family)) return [];
    const doubt = compare(choice, token.lower, contextOf(seen, at - 1, at + 1, choice.lemma));
    return doubt ? [{ ...doubt, at, cue: cueBefore(tokens, at) }] : [];
  });
}

function compare(
  { family, options, lemma }: Choice,
  written: string,
  context: readonly number[],
): Omit<Doubt, "at" | "cue"> | null {
  const scores = scoreOptions(family, options.length, context);
  const top = Math.max(...scores);
  const chances = new Map<string, number>();
  for (const [at, option] of options.entries())
    chances.set(option, (chances.get(option) ?? 0) + Math.exp((scores[at] ?? 0) - top));
  let better = "";
  let best = -1;
  for (const [option, chance] of chances) if (option !== written && chance > best) [better, best] = [option, chance];
  const margin = Math.log(best / (chances.get(written) ?? 1));
  if (margin <= 0) return null;
  const name = (word: string) => (lemma === "" ? word : (FORMS[options.indexOf(word)] ?? ""));
  return { family, kind: `${name(written)}>${name(better)}`, written, better, lemma, margin };
}
