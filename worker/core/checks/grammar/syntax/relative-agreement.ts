import type { Token } from "../engine/token.ts";
import { WORD_CLASS } from "../engine/word-class.ts";
import { headNumber } from "./head-number.ts";
import { tagged } from "./tagged.ts";
import { type Disagreement, pluralFor, singularFor } from "./verb-agreement.ts";

const { N, P, V, Z, D, C, J } = WORD_CLASS;
const isInside = tagged("NN", "NNS", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS");
const isDeterminer = tagged("DT", "PRP$");
const isRelative = tagged("WDT", "WP");
const isPresent = tagged("VBZ", "VBP", "VB");
const isPreposition = tagged("IN", "CC", "TO", "VBN");
const isSubjectOrNoun = tagged("PRP", "DT", "PRP$", "NN", "NNS");
const PERSON = new Set(
  "person someone somebody anyone anybody everyone everybody nobody man woman customer visitor".split(" "),
);
const MOST_INSIDE = 8;
const FORMS = /^(?:is|are|was|were|has|have|does|do|isn't|aren't|wasn't|weren't|hasn't|haven't|doesn't|don't)$/u;

/** Returns the verb after "who", "which" or "that" and the right form, if the noun before them has the other number. */
export function relativeDisagreementAt(tokens: readonly Token[], at: number): Disagreement | null {
  const [noun, relative, verb] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (!noun || !verb || !isRelative(relative) || !/^(?:who|which|that)$/u.test(relative?.lower ?? "")) return null;
  const isKnown = FORMS.test(verb.lower);
  if (!isKnown && (!isPresent(verb) || (verb.classes & (N | P | D | C | J)) !== 0 || (verb.classes & (V | Z)) === 0))
    return null;
  if (/^w(?:as|ere)/u.test(verb.lower) || isSubjectOrNoun(tokens[at + 1])) return null;
  const isPlural = numberBefore(tokens, at - 2);
  if (isPlural === null) return null;
  const fix = isPlural ? pluralFor(verb) : singularFor(verb);
  return fix === null ? null : { verb, fix, subject: noun, isPlural };
}

/** Returns true for a plural, false for a singular noun at an index; null if in doubt, as in "one of the rooms", "a list of rooms". */
function numberBefore(tokens: readonly Token[], head: number): boolean | null {
  const noun = tokens[head];
  if (noun && PERSON.has(noun.lower) && /one|body/u.test(noun.lower)) return false;
  if (!tagged("NN", "NNS")(noun)) return null;
  let start = head;
  while (start > head - MOST_INSIDE && isInside(tokens[start - 1])) start--;
  if (tokens.slice(Math.max(0, start - MOST_INSIDE), start).some(({ lower }) => lower === "one")) return null;
  const determiner = isDeterminer(tokens[start - 1]) ? (tokens[start - 1] ?? null) : null;
  if (determiner) start--;
  // "Tom cares who comes": what looks like a plural may be a verb.
  const isVerb = start === head || /^\p{Lu}/u.test(tokens[head - 1]?.text ?? "");
  if (!determiner && isVerb && ((noun?.classes ?? 0) & Z) !== 0) return null;
  if (isPreposition(tokens[start - 1])) return null;
  const number = headNumber(tokens, { start, head, determiner });
  if (number === "plural") return true;
  return number === "singular" && PERSON.has(noun?.lower ?? "") ? false : null;
}
