import type { Token } from "../engine/token.ts";
import { classesOf, pluralOf, singularOf, verbOf, WORD_CLASS } from "../engine/word-class.ts";
import { tagged } from "../syntax/tagged.ts";
import type { Edit } from "./edit.ts";

const { N, V, Z, D, C, G, J, R } = WORD_CLASS;
/** Words between "do" and the verb that says what is done. */
const REACH_OF_DO = 6;
const isNoun = tagged("NN", "NNS");
const isVerb = tagged("VB", "VBP", "VBD", "VBZ", "VBN");
const isGerund = tagged("VBG");
const isDeterminer = tagged("DT", "PRP$");
const isFiniteVerb = tagged("VBZ", "VBP", "VBD", "MD", "PV");
const isFiniteHere = tagged("VBZ", "VBP", "VBD");
const BE = /^(?:be|is|are)$/u;
const HELPERS =
  /^(?:.*'(?:ve|re|s|m|ll|d)|.*n't|to|not|be|is|are|was|were|am|been|being|have|has|had|do|does|did|will|would|can|could|should|must|may|might|shall)$/u;
/** Words after which "to" begins an infinitive. After other verbs it may end a clause: "The man we spoke to seems kind". */
const ASKS_FOR_TO =
  /^(?:ha(?:ve|s|d)|wants?|wanted|needs?|needed|going|used|able|likes?|liked|try|tries|tried|ought|hopes?|hoped|plans?|planned)$/u;
/** Plurals of words that are no nouns, and "said" for one that was named: "said report". */
const NAMED = new Set(
  "ways twos threes fours fives sixes sevens eights nines tens haves dos donts ins outs looks said futures".split(" "),
);

/** Returns true for a word that may be right in its form, although counts of neighbouring words speak for another. */
export function mayHaveForm(tokens: readonly Token[], { from, fix }: Edit): boolean {
  const [last, own, next] = [tokens[from - 1], tokens[from], tokens[from + 1]];
  if (!own || own.text !== own.lower || NAMED.has(own.lower)) return true;
  // "Head to head", "day by day".
  if (tokens[from + 2]?.lower === own.lower || tokens[from - 2]?.lower === own.lower) return true;
  return (
    mayBeSingular(own, { last, next, fix }) ||
    mayDescribe(own, { last, next, fix }) ||
    mayBeNamed(own, { last, next }) ||
    mayBeOtherTime(own, { last, fix }) ||
    mayEndClause(tokens, from, fix) ||
    mayBePredicate(tokens, from)
  );
}

type Beside = { last?: Token | undefined; next?: Token | undefined; fix: string };

/** Returns true for "at 1 year of age", "a 100,000 person limit", and the noun in front of another's verb: "people with a disorder are". */
function mayBeSingular({ lower }: Token, { last, next, fix }: Beside): boolean {
  // "The key that signs its messages is new".
  if (fix === singularOf(lower)) return isFiniteVerb(next);
  if (fix !== pluralOf(lower)) return false;
  return (
    last?.lower === "1" ||
    // "An apples to apples comparison".
    next?.lower === "to" ||
    isFiniteVerb(next) ||
    (/^\p{N}/u.test(last?.lower ?? "") && !(next?.kind !== "word" || tagged("IN")(next)))
  );
}

/** Returns true for an adjective of an object or an adverb of a gerund: "keep it constant", "those newly entering". */
function mayDescribe({ classes }: Token, { last, next, fix }: Beside): boolean {
  if ((classes & (J | R)) === 0 || (classesOf(fix) & (J | R)) === 0) return false;
  return isGerund(next) || tagged("PRP")(last);
}

/** Returns true for a verb that names the noun behind it: "the write buffer", "the Remain campaign". */
function mayBeNamed({ classes }: Token, { last, next }: Omit<Beside, "fix">): boolean {
  return (classes & V) !== 0 && isDeterminer(last) && isNoun(next);
}

/** Returns true for two finite forms of a verb of which only one is past: "he asks", "as we mention above". */
function mayBeOtherTime(own: Token, { last, fix }: Beside): boolean {
  if (!isFiniteHere(own) || HELPERS.test(last?.lower ?? "") || verbOf(fix) !== verbOf(own.lower)) return false;
  return (classesOf(own.lower) & D) !== (classesOf(fix) & D) || (classesOf(fix) & (V | Z | D)) === 0;
}

/** Returns true for a noun or adjective after "be" at the end: "wants to be father.", and for a verb that says what is done: "All he does is swim". */
function mayBePredicate(tokens: readonly Token[], at: number): boolean {
  const [last, own, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!BE.test(last?.lower ?? "") && !/^(?:was|were)$/u.test(last?.lower ?? "")) return false;
  if (((own?.classes ?? 0) & (N | J)) !== 0 && next?.kind !== "word") return true;
  return tokens.slice(Math.max(0, at - REACH_OF_DO), at).some(({ lower }) => /^(?:do|does|did|thing|line)$/u.test(lower));
}

/** Returns true for a verb after the end of another's clause: "The chances he had went by", "All we ask is call us", "to problem solve". */
function mayEndClause(tokens: readonly Token[], at: number, fix: string): boolean {
  const [last, beforeLast] = [tokens[at - 1], tokens[at - 2]];
  const classes = tokens[at]?.classes ?? 0;
  const isAfterBe = BE.test(last?.lower ?? "") && isVerb(beforeLast);
  if ((classes & V) !== 0 && (classesOf(fix) & (G | C)) !== 0 && (isNoun(last) || isAfterBe)) return true;
  if ((classes & (Z | D)) === 0) return false;
  if (last?.lower === "to") return isVerb(beforeLast) && !ASKS_FOR_TO.test(beforeLast?.lower ?? "");
  return /^(?:had|have|has|with|for|about|in|on)$/u.test(last?.lower ?? "") && isNoun(tokens[at - 3]);
}
