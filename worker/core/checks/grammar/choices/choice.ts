import { UNCHANGED_VERBS } from "../engine/closed-words.ts";
import { IRREGULAR_VERBS } from "../engine/irregular-verbs.ts";
import type { Token } from "../engine/tokens.ts";
import { inflectVerb, pluralOf, singularOf, verbOf, WORD_CLASS } from "../engine/word-class.ts";
import { NEAR_WORDS } from "./near-words.ts";

/** One of several words that can be written at a spot: forms of one word, or near words. */
export type Choice = {
  /** Choices of one family are learnt together: "noun", "verb", "noun-verb" or the words themselves. */
  family: string;
  /** The words. For forms: base, -s, past, participle, -ing; some may be the same. */
  options: readonly string[];
  /** The lemma of a form; "" for near words. */
  lemma: string;
};

export const FORMS = ["base", "s", "past", "participle", "ing"] as const;
const { N, P, V, Z, D, C, G, J, X, U } = WORD_CLASS;

const PREPOSITIONS = ["in", "on", "at", "to", "for", "with", "of", "from", "by", "about", "into", "as"];
const FIXED = [
  ["be", "am", "is", "are", "was", "were", "been", "being"],
  ["have", "has", "had", "having"],
  ["do", "does", "did", "done", "doing"],
  ["don't", "doesn't", "didn't"],
  ["isn't", "aren't", "wasn't", "weren't"],
  ["haven't", "hasn't", "hadn't"],
  PREPOSITIONS,
  ...NEAR_WORDS,
];

const fixedChoices = new Map<string, Choice[]>();
for (const options of FIXED) {
  const choice = { family: options.join("|"), options, lemma: "" };
  for (const option of options) fixedChoices.set(option, [...(fixedChoices.get(option) ?? []), choice]);
}

/** Every family, for the model's table. */
export const FAMILIES: readonly string[] = [
  ...FIXED.map((options) => options.join("|")),
  "noun",
  "verb",
  "noun-verb",
  "adjective-verb",
];

const pastOf = new Map<string, string>();
for (const [base, past, participle] of IRREGULAR_VERBS) {
  if (past !== base) pastOf.set(past, base);
  if (participle !== base) pastOf.set(participle, base);
}
const NO_FORMS: ReadonlySet<string> = new Set(
  "be am is are was were been being have has had having do does did done doing like own well close near past left rest mine fine used born according including following regarding during plus worth due outside inside cross round please thanks thank lot lots welcome".split(
    " ",
  ),
);
const unchanged = new Set(UNCHANGED_VERBS);
const cache = new Map<string, Choice | null>();
const MOST_CACHED = 50_000;

/** Returns the choices that were made in writing a word. */
export function choicesOf({ kind, lower, text, classes }: Token, isFirst: boolean): readonly Choice[] {
  if (kind !== "word" || (/\p{Lu}/u.test(text.slice(1)) && lower !== "i'm")) return [];
  if (/^\p{Lu}/u.test(text) && !isFirst) return [];
  const near = fixedChoices.get(lower) ?? [];
  const forms = formsOf(lower, classes);
  return forms ? [...near, forms] : near;
}

function formsOf(word: string, classes: number): Choice | null {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= MOST_CACHED) cache.clear();
  const choice = analyse(word, classes);
  cache.set(word, choice);
  return choice;
}

function analyse(word: string, classes: number): Choice | null {
  if (word.length < 3 || !/^[a-z]+$/u.test(word) || classes & (X | U) || NO_FORMS.has(word)) return null;
  const isVerb = (classes & (V | Z | D | C | G)) !== 0;
  const isNoun = (classes & (N | P)) !== 0;
  const verb = isVerb ? (pastOf.get(word) ?? verbOf(word)) : "";
  const noun = isNoun ? (classes & P && !(classes & N) ? singularOf(word) : word) : "";
  // "leaves" is of "leave" and of "leaf", "buildings" of "building" only.
  if (isVerb && isNoun && verb !== noun && classes & Z) return null;
  if (isVerb) {
    const isBoth = isNoun && noun === verb;
    const base = verb;
    const options = [
      base,
      inflectVerb(base, "Z"),
      unchanged.has(base) ? base : inflectVerb(base, "D"),
      inflectVerb(base, "C"),
      inflectVerb(base, "G"),
    ];
    if (!options.includes(word)) return null;
    const family = isBoth ? "noun-verb" : classes & J && word === base ? "adjective-verb" : "verb";
    return { family, options, lemma: base };
  }
  if (!isNoun || classes & ~(N | P)) return isNoun && noun ? nounChoice(noun, word) : null;
  return nounChoice(noun, word);
}

function nounChoice(noun: string, word: string): Choice | null {
  const options = [noun, pluralOf(noun)];
  return options[0] !== options[1] && options.includes(word) ? { family: "noun", options, lemma: noun } : null;
}
