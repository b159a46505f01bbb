import type { Token } from "../engine/token.ts";
import { WORD_CLASS } from "../engine/word-class.ts";
import { headNumber, type NounPhrase } from "./head-number.ts";
import { tagged } from "./tagged.ts";

/** A subject of the third person: its head, the number of that, and the word before it, which begins the clause or is an edge. */
export type Subject = { head: Token; isPlural: boolean; opener: string };

const isNoun = tagged("NN", "NNS");
const isInside = tagged("NN", "NNS", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS");
const isGerund = tagged("VBG");
const isAdverb = tagged("RB");
const isDeterminer = tagged("DT", "PRP$");

const PREPOSITIONS = new Set(
  "of in on at from for with between near by about within under over inside outside behind".split(" "),
);
/** Prepositions that may begin a clause or a phrase of the verb, too. */
const RARE_PREPOSITIONS = new Set(
  "since during throughout across against among behind beyond toward towards into onto along around like without through above below".split(
    " ",
  ),
);
const PREDETERMINERS = new Set(["all", "both", "half", "such"]);
/** Words that begin a clause, so that what follows is its subject. Not those that are prepositions, too ("after the match"). */
const OPENERS = new Set("because if when while although though whether unless where but so".split(" "));
const MOST_PHRASES = 3;
/** Words of one noun phrase, and of what comes before a comma, that are looked at. */
const MOST_INSIDE = 8;
const MOST_OPENING = 20;

/** Returns the subject of the verb at an index, or with `isLoose` one that leaves a doubt: the noun phrase before it, with phrases such as "of our guests", at the start of a clause. */
export function findSubject(tokens: readonly Token[], verbAt: number, isLoose = false): Subject | null {
  let end = verbAt - 1;
  while (isAdverb(tokens[end]) && ((tokens[end]?.classes ?? 0) & WORD_CLASS.R) !== 0) end--;
  let phrase = nounPhrase(tokens, end);
  let phrases = 0;
  while (phrase) {
    const before = tokens[phrase.start - 1];
    if (!before) return null;
    const isPhrase = PREPOSITIONS.has(before.lower) || (isLoose && RARE_PREPOSITIONS.has(before.lower));
    const inner = isPhrase && phrases < MOST_PHRASES ? nounPhrase(tokens, phrase.start - 2) : null;
    if (!inner) break;
    phrases++;
    phrase = inner;
  }
  if (!phrase || !opensClause(tokens, phrase.start)) return null;
  const head = tokens[phrase.head];
  const number = head && headNumber(tokens, phrase, isLoose);
  return head && number ? { head, isPlural: number === "plural", opener: tokens[phrase.start - 1]?.lower ?? "" } : null;
}

function nounPhrase(tokens: readonly Token[], end: number): NounPhrase | null {
  if (!isNoun(tokens[end])) return null;
  let start = end;
  while (start > end - MOST_INSIDE && isInside(tokens[start - 1])) {
    start--;
    // "Exploring strategies is fun": what looks like an adjective may be the verb that the noun belongs to.
    if (isGerund(tokens[start]) || ((tokens[start]?.classes ?? 0) & WORD_CLASS.G) !== 0) return null;
  }
  const determiner = isDeterminer(tokens[start - 1]) ? (tokens[start - 1] ?? null) : null;
  if (determiner) start--;
  if (PREDETERMINERS.has(tokens[start - 1]?.lower ?? "")) start--;
  return { start, head: end, determiner };
}

/** Returns true if the word at an index is the first of a clause. A comma counts after an opening phrase only: elsewhere it may list. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  if (before.kind === "edge") return true;
  if (before.lower === ",") return startsWithOpening(tokens, at - 2);
  // "so many rooms" is part of something longer.
  if (before.lower === "so" && /^(?:many|few|much)$/u.test(tokens[at]?.lower ?? "")) return false;
  return OPENERS.has(before.lower) && !/^(?:as|even)$/u.test(tokens[at - 2]?.lower ?? "");
}

const isOpening = tagged("IN", "RB", "WRB");
const isFiniteVerb = tagged("VBZ", "VBP", "VBD", "MD", "PV");

/** Returns true if the words up to an index are an adverb or a phrase that opens a sentence: "In summer", "However". */
function startsWithOpening(tokens: readonly Token[], end: number): boolean {
  let at = end;
  let hasVerb = false;
  for (; at > end - MOST_OPENING && tokens[at]?.kind === "word"; at--) hasVerb ||= isFiniteVerb(tokens[at]);
  const first = tokens[at + 1];
  return tokens[at]?.kind === "edge" && isOpening(first) && (!hasVerb || OPENERS.has(first?.lower ?? ""));
}
