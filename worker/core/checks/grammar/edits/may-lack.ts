import type { Token } from "../engine/token.ts";
import { WORD_CLASS } from "../engine/word-class.ts";
import { tagged } from "../syntax/tagged.ts";
import type { Edit } from "./edit.ts";

const { N, P, V, Z } = WORD_CLASS;
const isNoun = tagged("NN", "NNS");
const isAdverb = tagged("RB");
const isPronoun = tagged("PRP");
const isFiniteVerb = tagged("VBZ", "VBP", "VBD", "MD", "PV");
const isAdjective = tagged("JJ");
const startsObject = tagged("DT", "PRP", "PRP$");
const BE = /^(?:be|is|are)$/u;
/** Words that only seem to be missing: "go see", "no sooner had I gone", "the best I can is", "live your life". */
const NEVER_MISSING = new Set(["and", "do", "have", "had", "will", "it", "that", "i", "you", "he", "they"]);
/** Words that are no part of an amount after a verb: "was bit by a dog", "you're sort of right". */
const NO_AMOUNT = /^(?:bit|sort|kind|way)$/u;
/** Words after which the verb of a clause around them may follow: "need be", "ready go", "all you do is wait". */
const BEFORE_OTHERS = /^(?:ready|is|are|was|were|like|mean|love)$/u;

/** Returns true for two words that may be right side by side, although one between them would be more usual. */
export function mayLack(tokens: readonly Token[], { from, fix }: Edit): boolean {
  const [last, own] = [tokens[from - 1], tokens[from]];
  if (NEVER_MISSING.has(fix) || last?.lower === "live") return true;
  // "Smoking causes cancer", "what we most often say".
  // "The best we can based on what we know", "it cannot due to the rain".
  if (fix === "be" && /^(?:based|due)$/u.test(own?.lower ?? "")) return true;
  // "It depends how you look at it".
  if (fix === "on" && /^(?:wh|how)/u.test(own?.lower ?? "")) return true;
  if (fix === "of") return ((last?.classes ?? 0) & Z) !== 0;
  if (BE.test(fix)) return isAdverb(own) && (isFiniteVerb(tokens[from + 1]) || isAdverb(tokens[from + 1]));
  if (fix === "a") return NO_AMOUNT.test(own?.lower ?? "");
  return fix === "to" && mayLackTo(tokens, from);
}

/** Returns true for a noun or the verb of another clause after what may ask for "to": "We need write access", "She saw a man take it". */
function mayLackTo(tokens: readonly Token[], from: number): boolean {
  const [last, own] = [tokens[from - 1], tokens[from]];
  const classes = own?.classes ?? 0;
  if ((classes & V) === 0) return false;
  if (BEFORE_OTHERS.test(last?.lower ?? "") || isNoun(last) || own?.lower === "be") return true;
  const next = tokens[from + 1];
  const isBeforeObject = startsObject(next) && next?.lower !== "any";
  // "Equal give and take".
  if (isAdjective(last) && !isPredicate(tokens, from - 1)) return true;
  if (isNoun(next) || ((classes & (N | P)) !== 0 && !isBeforeObject) || /^help/u.test(tokens[from - 2]?.lower ?? ""))
    return true;
  // "The documents we need include a map", "All you need bring is a pen".
  return isPronoun(tokens[from - 2]) && (isNoun(tokens[from - 3]) || tokens[from - 3]?.lower === "all");
}

/** Returns true for an adjective after a form of "be", or with a word between: "is very useful". */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  return [at - 1, at - 2].some((index) =>
    /^(?:be|been|is|are|was|were|am|not|.*'(?:s|re|m))$/u.test(tokens[index]?.lower ?? ""),
  );
}
