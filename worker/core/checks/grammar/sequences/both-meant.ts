import { isOtherNumber } from "../engine/is-other-number.ts";
import type { Token } from "../engine/token.ts";
import { classesOf, verbOf, WORD_CLASS } from "../engine/word-class.ts";

const { N, P, V, Z, D, C, G, X } = WORD_CLASS;
/** Words that may stand where others are usual: "it being late", "the things those people do", "at sea off the coast". */
const RARE_BUT_RIGHT = new Set("being having those duper i er".split(" "));
/** Words, each with one that is usual in its place, which both may stand there: "many resources do help", "which many regard as". */
const PAIRS = new Set(["are our", "do to", "are be", "is be", "many may", "in it", "off of", "now how", "mill million"]);
const BEFORE_VERB = /^(?:who|that|which|to|they|we|you|i|can|will|may|must|and)$/u;
/** Words after which a participle is meant: "they have change". */
const HELPERS = /^(?:.*'(?:ve|re|d)|have|has|had|having|haven't|hasn't|hadn't|be|is|are|was|were|am|been|being|get|got|gets)$/u;

/** Returns true for a word that no count of neighbours can tell from the one that is usual there, so that either may be meant. */
export function mayBothBeMeant(tokens: readonly Token[], at: number, meant: string): boolean {
  const written = tokens[at]?.lower ?? "";
  const last = tokens[at - 1]?.lower ?? "";
  if (RARE_BUT_RIGHT.has(written) || PAIRS.has(`${written} ${meant}`)) return true;
  if (isOtherNumber(written, meant) && !SAYS_NUMBER.test(last)) return true;
  if (/^(?:the|an?)$/u.test(last) && isNamedAsVerb(tokens, at)) return true;
  // "The builds, of which there are two": a form in "-s" may be a plural.
  if (last === "the" && classesOf(written) & Z && tokens[at + 1]?.kind !== "word") return true;
  if (`${meant}s` === written && DETERMINER.test(last) && (tokens[at + 1]?.classes ?? 0) & N) return true;
  if (written === "form" && BEFORE_VERB.test(last)) return true;
  // "Your not having time", "All that we had are these".
  if (written === "your" && tokens[at + 1]?.lower === "not") return true;
  if (meant === "been" && /^(?:is|are|was|were)$/u.test(written)) return true;
  if (verbOf(written) !== verbOf(meant)) return false;
  // A form in "-ing" is a noun where no object follows it: "The font weighting is set".
  if (classesOf(written) & G && classesOf(meant) & (Z | P) && (tokens[at + 1]?.classes ?? 0) & X) return true;
  if (classesOf(written) & G && classesOf(meant) & (Z | P) && tokens[at + 1]?.kind !== "word") return true;
  // "The people we talked to said", "When I wave": the clause may be another, and the time another.
  if (last === "to") return true;
  const classes = classesOf(meant);
  if ((classes & (D | C)) === 0) return false;
  if ((classesOf(written) & Z) !== 0) return true;
  return ![last, tokens[at - 2]?.lower ?? ""].some((word) => HELPERS.test(word));
}

/** Words after which the number of a noun, or the form of a verb, is known. */
const SAYS_NUMBER =
  /^(?:an?|one|each|every|another|this|that|these|those|two|three|four|five|many|several|few|both|i|you|we|they|he|she|it|who|to)$/u;

/** Words after which a form in "-s" may name a kind of the noun behind it: "an equals sign", "the works council". */
const DETERMINER = /^(?:an?|the|my|your|his|her|its|our|their|no)$/u;

/** Returns true for a verb before a noun that it names: "the multiply instructions". */
function isNamedAsVerb(tokens: readonly Token[], at: number): boolean {
  const [own, next] = [tokens[at]?.classes ?? 0, tokens[at + 1]?.classes ?? 0];
  return (own & V) !== 0 && (own & N) === 0 && (next & (N | P)) !== 0;
}
