import { isOtherNumber } from "../engine/is-other-number.ts";
import { NO_TAG, TAGS } from "../engine/tag-features.ts";
import type { Token } from "../engine/token.ts";
import { FUNCTION_WORD, WORD_CLASS } from "../engine/word-class.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { leadOfFix } from "../sequences/sequence-lead.ts";
import { meantBy } from "./meant-words.ts";
import { slotTraitsOf } from "./slot-features.ts";
import { writeChances } from "./slot-model.ts";
import { bestFit, logChance, usesOf, usualFit } from "./word-uses.ts";

/** Greatest chance of a place to have any part of speech that the written word can be. */
const MOST_OWN_FIT = 0.04;
/** Least fit of the word that is meant. */
const LEAST_FIT = 0.45;
/** Least logarithm of how much more probable the word is that is meant, with the cost of the mistake taken off. */
const LEAST_LEAD = 2;
/** Least lead of the word that is meant in the table of neighbours: below it, the text is far more usual as it is. */
const LEAST_NEIGHBOURS = -6;
const CONFIDENCE = 0.7;
const MOST_SUGGESTIONS = 3;
const ADJECTIVE = TAGS.indexOf("JJ");
const { N, P, V, Z, G, J } = WORD_CLASS;

const chances = new Float64Array(NO_TAG);

/**
 * Returns reports of words that cannot be the part of speech that their place asks for, where a word that is written alike can:
 * "I scrolled trough it", "We will threat them". The model of places is trained by test/bench/make/make-slot-model.ts.
 */
export function slotReports(tokens: readonly Token[], isWord: (word: string) => boolean): SentenceReport[] {
  const traits = slotTraitsOf(tokens);
  return tokens.flatMap((token, at) => {
    if (!isJudged(token) || isPartOfName(tokens, at) || isAfterPronoun(tokens, at) || isSaidAlone(tokens, at)) return [];
    writeChances(traits, at, chances);
    const own = usesOf(token.lower);
    const asAdjective = isBeforeNoun(tokens, at) ? (chances[ADJECTIVE] ?? 0) : 0;
    if (bestFit(own, chances) + asAdjective > MOST_OWN_FIT || !isWord(token.lower)) return [];
    const meant = bestMeant(token);
    const [best] = meant;
    if (best === undefined || leadOfFix(tokens, { from: at, to: at + 1, fix: best }) < LEAST_NEIGHBOURS) return [];
    return [reportFor(token, meant)];
  });
}

/** Parts of words that are written alone: "inter creditor", "non members". */
const PREFIXES = new Set("inter non anti pre post multi sub semi micro mega mini".split(" "));

/** Returns true for words in small letters whose classes are known. Words that hold a sentence together have rules of their own. */
function isJudged({ kind, text, classes }: Token): boolean {
  if (kind !== "word" || classes === 0 || PREFIXES.has(text) || classes & FUNCTION_WORD) return false;
  return /^[a-z]+(?:'[a-z]+)?$/u.test(text) && !text.endsWith("'s") && /[aeiouy]/u.test(text);
}

/** Returns true for what may name a kind of the noun behind it ("the bears section", "thorough cleaning"), and for a noun after an adjective. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const classesAt = (index: number) => tokens[index]?.classes ?? 0;
  const [last, own, next] = [classesAt(at - 1), classesAt(at), classesAt(at + 1)];
  if ((own & N) !== 0 && (last & J) !== 0) return true;
  if ((next & (N | P)) === 0) return (own & J) !== 0 && (next & G) !== 0;
  return (own & (P | Z)) !== 0 || ((own & V) !== 0 && tokens[at - 1]?.lower === "the");
}

/** Returns true for a third person after its pronoun: "he laughs". */
function isAfterPronoun(tokens: readonly Token[], at: number): boolean {
  return ((tokens[at]?.classes ?? 0) & Z) !== 0 && /^(?:he|she|it)$/u.test(tokens[at - 1]?.lower ?? "");
}

/** Returns true for a word in brackets of its own, "signature (typed)", and for a verb made of a noun and a particle: "to geek out". */
function isSaidAlone(tokens: readonly Token[], at: number): boolean {
  const [last, own, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (last?.text === "(" && next?.text === ")") return true;
  return /^(?:out|up)$/u.test(next?.lower ?? "") && ((own?.classes ?? 0) & N) !== 0 && last?.lower === "to";
}

/** Returns true for a noun before another, where it does what an adjective does. */
function isBeforeNoun(tokens: readonly Token[], at: number): boolean {
  return ((tokens[at]?.classes ?? 0) & N) !== 0 && ((tokens[at + 1]?.classes ?? 0) & (N | P)) !== 0;
}

/** Returns the words that are meant, likeliest first. */
function bestMeant({ lower }: Token): string[] {
  const least = logChance(usesOf(lower), chances) + LEAST_LEAD;
  return [...meantBy(lower)]
    .map(([word, cost]) => ({ word, score: logChance(usesOf(word), chances) - cost }))
    .filter(({ word, score }) => score > least && !isOtherNumber(lower, word) && usualFit(usesOf(word), chances) >= LEAST_FIT)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ word }) => word);
}

function reportFor({ text, start, end }: Token, suggestions: string[]): SentenceReport {
  return {
    rule: "grammar/wrong-word",
    by: "slots/near-word",
    severity: "error",
    confidence: CONFIDENCE,
    message: `You probably mean “${suggestions[0]}”, not “${text}”.`,
    start,
    end,
    suggestions,
  };
}
