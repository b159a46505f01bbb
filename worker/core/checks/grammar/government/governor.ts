import type { Token } from "../engine/token.ts";
import { classesOf, verbOf, WORD_CLASS } from "../engine/word-class.ts";
import { tagged } from "../syntax/tagged.ts";

/** Prepositions that words govern and that may be wrong after others. */
export const PREPOSITIONS = ["of", "to", "for", "from", "with", "on", "about", "against"] as const;
/** Prepositions that words govern. Some of them tell where, when and how, after any word, and are right there. */
const GOVERNED: ReadonlySet<string> = new Set([...PREPOSITIONS, "in", "at", "by", "into", "over"]);

const { N, V, Z, D, C, G, J, X } = WORD_CLASS;
const isVerb = tagged("VB", "VBP", "VBZ", "VBD", "VBG");
const isParticiple = tagged("VBN");
const isAdjective = tagged("JJ");
const isAdverb = tagged("RB");
const isModal = tagged("MD");
const isBase = tagged("VB");
const isGerund = tagged("VBG");
const isNoun = tagged("NN", "NNS", "POS");
const opensClause = /^(?:where|wherever|when|whenever|while|if|because|and|or|but|so)$/u;
const isHelper = /^(?:be|have|do|go|get|make|let)$/u;

/**
 * Returns the class of the word at an index and its base form, "V depend", "A afraid", "P based" (a participle); null for
 * words that govern nothing.
 */
export function governorOf(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token?.kind !== "word" || !/^[a-z]+$/u.test(token.text) || token.classes === 0 || token.classes & X) return null;
  if (isVerb(token)) return verbGovernor(token);
  if (isParticiple(token)) return (token.classes & C) !== 0 ? `P ${token.lower}` : null;
  // "Say sorry to him": what is said.
  if (/^(?:say|says|said|saying)$/u.test(tokens[at - 1]?.lower ?? "")) return null;
  // "The interested": people.
  if (tokens[at - 1]?.lower === "the") return null;
  return isAdjective(token) && !isInfinitive(tokens, at) ? `A ${token.lower}` : null;
}

/** Returns true for what may be a verb after "will" or "can": "We will usually close with a song". */
function isInfinitive(tokens: readonly Token[], at: number): boolean {
  if (((tokens[at]?.classes ?? 0) & V) === 0) return false;
  let before = at - 1;
  while (isAdverb(tokens[before])) before -= 1;
  return isModal(tokens[before]);
}

function verbGovernor({ lower, classes }: Token): string | null {
  const verb = verbOf(lower);
  if ((classes & (V | Z | D | G)) === 0 || (classesOf(verb) & V) === 0 || isHelper.test(verb)) return null;
  return `V ${verb}`;
}

/** Returns what follows the word at an index: a preposition, "to do" for an infinitive, "doing" for a gerund; null for other words. */
export function usedAfter(tokens: readonly Token[], at: number): string | null {
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (next?.kind !== "word" || !next.isSpaced || after?.kind !== "word" || after.lower === "course") return null;
  // "Composed from 1600 to 1750": a time follows any word.
  if (/^\p{N}/u.test(after.text)) return null;
  if (isFreeHere(tokens, at)) return null;
  if (next.lower === "to" && after.lower === "not") return "to do";
  // "Comparable to last summer": what looks like a verb is an adjective.
  if (next.lower === "to" && isBase(after)) return after.classes & J && isNoun(tokens[at + 3]) ? "to" : "to do";
  if (isGerund(next) && (next.classes & G) !== 0) return isVerb(tokens[at]) && !isNamedBy(next, after) ? "doing" : null;
  return GOVERNED.has(next.lower) && next.text === next.lower ? next.lower : null;
}

/** Returns true for a gerund that names a thing, before another clause: "God desires healing wherever we are". */
function isNamedBy(gerund: Token, after: Token): boolean {
  return (gerund.classes & N) !== 0 && opensClause.test(after.lower);
}

const TIMES = new Set(
  (
    "while moment moments time times long year years month months week weeks day days hour hours minute minutes second seconds decade " +
    "decades century centuries season seasons now ever example instance"
  ).split(" "),
);
const FARTHEST_TIME = 3;

/** Returns true for what may follow any word: "seemed for a while", "seemed for example", "too involved to come", "too aware for that". */
function isFreeHere(tokens: readonly Token[], at: number): boolean {
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (tokens[at - 1]?.lower === "too") return next?.lower === "for" || (next?.lower === "to" && isBase(after));
  return next?.lower === "for" && tokens.slice(at + 2, at + 2 + FARTHEST_TIME).some(({ lower }) => TIMES.has(lower));
}
