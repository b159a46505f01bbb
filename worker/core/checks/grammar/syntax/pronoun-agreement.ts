import type { Token } from "../engine/token.ts";
import { WORD_CLASS } from "../engine/word-class.ts";
import { tagged } from "./tagged.ts";
import { type Disagreement, pluralFor, singularFor } from "./verb-agreement.ts";

const { N, P, V, Z, D, C, J } = WORD_CLASS;
const SINGULAR = new Set("he she it everyone everybody someone somebody anyone nobody everything".split(" "));
const PLURAL = new Set("we they".split(" "));
/** Words before a subject. After a verb, the pronoun may be its object ("let it go", "does it go"). */
const OPENERS = new Set("and but because if when while although though where so which what how why whether until".split(" "));
const isAdverb = tagged("RB");
const isPresent = tagged("VBZ", "VBP");
/** Verbs and adjectives whose clause has the base form: "we suggest that he go". */
const DEMANDS =
  /^(?:suggest|recommend|insist|request|demand|propose|ask|prefer|essential|important|vital|crucial|necessary|imperative)/u;

/** Returns the verb at an index and the right form, if a pronoun directly before it at the start of a clause has the other number. */
export function pronounDisagreementAt(tokens: readonly Token[], at: number): Disagreement | null {
  const verb = tokens[at];
  if (!verb || verb.text !== verb.lower || !isPresent(verb) || (verb.classes & (D | C | J)) !== 0) return null;
  if (verb.lower === "need" || verb.lower === "dare") return null;
  let before = at - 1;
  while (isAdverb(tokens[before]) && ((tokens[before]?.classes ?? 0) & WORD_CLASS.R) !== 0) before--;
  const subject = tokens[before];
  if (!subject || !opensClause(tokens, before)) return null;
  if (SINGULAR.has(subject.lower)) {
    const fix = singularFor(verb);
    return fix === null || (verb.classes & N && before < at - 1) ? null : { verb, fix, subject, isPlural: false };
  }
  if (!PLURAL.has(subject.lower) || (verb.classes & (N | P | V)) !== 0 || (verb.classes & Z) === 0) return null;
  const fix = pluralFor(verb);
  return fix === null ? null : { verb, fix, subject, isPlural: true };
}

function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before || tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => DEMANDS.test(lower))) return false;
  if (before.kind === "edge") return true;
  if (!OPENERS.has(before.lower)) return false;
  return before.lower !== "and" || !isHelper(tokens, at - 1);
}

const isHelping = tagged("MD", "TO");
const HELPERS = /^(?:let|make|makes|made|help|helps|helped|see|watch|hear|have|do|does|did)/u;

/** Words before "and" among which a helping verb is looked for. */
const MOST_BEFORE = 12;

/** Returns true if a helping verb in the sentence may also govern a verb after "and": "Let her come and him go". */
function isHelper(tokens: readonly Token[], and: number): boolean {
  for (let at = and; at > and - MOST_BEFORE && tokens[at]?.kind === "word"; at--)
    if (isHelping(tokens[at]) || HELPERS.test(tokens[at]?.lower ?? "")) return true;
  return false;
}
