import type { Token } from "../engine/token.ts";
import { FUNCTION_WORD } from "../engine/word-class.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { fitInPlace } from "../slots/fit-in-place.ts";
import { tagged } from "../syntax/tagged.ts";
import { countOf } from "./sequence-counts.ts";
import { leadOfFix } from "./sequence-lead.ts";
import { wordHash } from "./sequence-words.ts";

/** Least uses of the word as one, and how many times more often it is written as one than as two. */
const LEAST_USES = 25;
const TIMES_MORE = 100;
/** Least logarithm of how much more probable the sentence is with one word, and that from which on the place is not asked. */
const LEAST_LEAD = 9;
const SURE_LEAD = 11;
/** Least chance of the place to have a word like the one that is meant. */
const LEAST_PLACE = 0.2;
const SHORTEST = 6;
const SHORTEST_PART = 2;
/** Small words that are first parts of others. The rest begin a phrase of their own: "in consistent ways". */
const SMALL_PARTS = new Set(
  "some any every him her them your our there where how what who up down out off over under".split(" "),
);
/** Matches words whose first part begins a phrase, too, but never with this second part. */
const NEVER_ALONE = /^some(?:thing|how|body|where|what)$|^any(?:thing|where)$|^every(?:thing|where)$/u;
const DETERMINERS = /^(?:some|any|every)$/u;
const isAdjective = tagged("JJ");
const isAdverb = tagged("RB");
const isVerb = tagged("VBZ", "VBD", "VBP", "MD");
const CONFIDENCE = 0.75;

/** Returns reports of words that are written as two although hardly anyone does: "a wide spread habit", "the pay roll". */
export function partedWords(tokens: readonly Token[], isWord: (word: string) => boolean): SentenceReport[] {
  return tokens.flatMap((first, at) => {
    const second = tokens[at + 1];
    if (!second?.isSpaced || first.kind !== "word" || second.kind !== "word" || second.text !== second.lower) return [];
    if (first.classes & FUNCTION_WORD && !SMALL_PARTS.has(first.lower)) return [];
    const joined = first.lower + second.lower;
    if (joined.length < SHORTEST || countOf(wordHash(joined)) < LEAST_USES) return [];
    if (!isPart(first, tokens[at - 1]) || !isPart(second, first) || !isUsualAsOne(first.lower, second.lower)) return [];
    if (DETERMINERS.test(first.lower) && !NEVER_ALONE.test(joined)) return [];
    // "The law suits my temper": the second part is the verb.
    if (isVerb(second) && !isVerb(first) && tokens[at + 2]?.kind === "word") return [];
    // "The world wide web": the name of a thing.
    if (tokens[at + 2]?.lower === "web") return [];
    // "An artificially wide spread": the first part describes the second.
    if (isAdjective(first) && isAdverb(tokens[at - 1])) return [];
    const lead = leadOfFix(tokens, { from: at, to: at + 2, fix: joined });
    if (lead < LEAST_LEAD || !isWord(joined)) return [];
    // "The law suits my temper": the place asks for another part of speech.
    if (lead < SURE_LEAD && fitInPlace(tokens, { from: at, to: at + 2, fix: joined }) < LEAST_PLACE) return [];
    return [reportFor(first, second)];
  });
}

/** Returns true for a word in small letters, or with a capital at the start of a sentence. */
function isPart({ text, lower }: Token, before: Token | undefined): boolean {
  if (text.length < SHORTEST_PART || !/^[A-Za-z][a-z]*$/u.test(text)) return false;
  return text === lower || before?.kind === "edge";
}

function isUsualAsOne(first: string, second: string): boolean {
  return countOf(wordHash(first), wordHash(second)) * TIMES_MORE <= countOf(wordHash(first + second));
}

function reportFor(first: Token, second: Token): SentenceReport {
  const fix = first.text + second.text;
  return {
    rule: "grammar/phrase",
    by: "sequences/parted-word",
    severity: "warning",
    confidence: CONFIDENCE,
    message: `Write this as one word: “${fix}”, not “${first.text} ${second.text}”.`,
    start: first.start,
    end: second.end,
    suggestions: [fix],
  };
}
