import type { Token } from "../engine/token.ts";
import { inflectVerb, verbOf, WORD_CLASS } from "../engine/word-class.ts";
import { leadOfFix } from "../sequences/sequence-lead.ts";
import { findSubject } from "./find-subject.ts";
import { tagged } from "./tagged.ts";

const { N, P, V, Z, D, C, J } = WORD_CLASS;

/** A verb that does not agree with its subject, and the form that does. */
export type Disagreement = { verb: Token; fix: string; subject: Token; isPlural: boolean };

const SINGULAR_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    are: "is",
    were: "was",
    have: "has",
    do: "does",
    "aren't": "isn't",
    "weren't": "wasn't",
    "haven't": "hasn't",
    "don't": "doesn't",
  }),
);
const PLURAL_OF: ReadonlyMap<string, string> = new Map([...SINGULAR_OF].map(([plural, singular]) => [singular, plural]));

const isPresent = tagged("VBZ", "VBP", "VB");
const isFiniteVerb = tagged("VBZ", "VBP", "VBD", "MD", "PV");
const startsObject = tagged("DT", "PRP", "PRP$", "TO", "IN", "RB", "JJ", "CD", "VBG", "VBN");
/** Words after a verb among which another verb of the same clause is looked for. */
const MOST_AFTER = 12;
const ENDS = /^[.,;:!?)]$/u;
/** Least lead of the correction in the table of neighbours, where the verb or its subject are in doubt. */
const LEAST_LEAD = 1;

/** Returns the verb at an index and the right form, if a subject before it has the other number. */
export function disagreementAt(tokens: readonly Token[], at: number): Disagreement | null {
  const verb = tokens[at];
  if (!verb) return null;
  const isKnown = SINGULAR_OF.has(verb.lower) || PLURAL_OF.has(verb.lower);
  if (!isKnown && (!isPresent(verb) || verb.text !== verb.lower)) return null;
  const isSure = isKnown || isPlainVerb(tokens, at, verb);
  if (!isSure && !mayBeVerb(tokens, at, verb)) return null;
  const sure = isSure ? findSubject(tokens, at) : null;
  const subject = sure ?? findSubject(tokens, at, true);
  if (!subject) return null;
  if (verb.lower === "were" && /^(?:if|though|unless|whether)$/u.test(subject.opener)) return null;
  if (subject.isPlural && verb.lower === "means") return null;
  if (subject.isPlural ? isNamed(tokens, at, subject.head) : isKnown && isEqualised(tokens[at + 1])) return null;
  const fix = subject.isPlural ? pluralFor(verb) : singularFor(verb);
  if (fix === null || (!sure && leadOfFix(tokens, { from: at, to: at + 1, fix }) < LEAST_LEAD)) return null;
  return { verb, fix, subject: subject.head, isPlural: subject.isPlural };
}

/** Returns true for a word that may be the verb of its clause, or a noun: "The black dogs barks at us". */
function mayBeVerb(tokens: readonly Token[], at: number, verb: Token): boolean {
  if ((verb.classes & (V | Z)) === 0 || (verb.classes & (D | C)) !== 0) return false;
  const next = tokens[at + 1];
  const isEnd = next?.kind === "edge" || ENDS.test(next?.text ?? "");
  return (isEnd || startsObject(next) || isBareNoun(next)) && !mayEndSubject(tokens, at) && !hasVerbAfter(tokens, at);
}

/** Returns true for a word after "are" that may be the subject ("A good example are the films") or part of a list. */
function isEqualised(next: Token | undefined): boolean {
  return isNominal(next) || next?.kind !== "word";
}

/** Words for words, after which the subject is quoted: "Private practices is the wrong word". */
const WORDS_FOR_WORDS = new Set("word words term phrase name title expression spelling plural".split(" "));

/** Returns true if the verb says that its subject is a word or a name, or if "the term" comes before it. */
function isNamed(tokens: readonly Token[], at: number, head: Token): boolean {
  const subject = tokens.indexOf(head);
  if (tokens.slice(Math.max(0, subject - 3), subject).some(({ lower }) => WORDS_FOR_WORDS.has(lower))) return true;
  return (
    /^(?:is|was)$/u.test(tokens[at]?.lower ?? "") &&
    tokens.slice(at + 1, at + 5).some(({ lower }) => WORDS_FOR_WORDS.has(lower))
  );
}

const isNominal = tagged("NN", "NNS", "DT", "PRP", "PRP$", "CD", "WP", "IN", "POS");

/** Returns false for words that are probably no verb here: a noun ("the house rules"), or followed by the verb of the sentence. */
function isPlainVerb(tokens: readonly Token[], at: number, verb: Token): boolean {
  if ((verb.classes & (V | Z)) === 0 || (verb.classes & (D | C)) !== 0) return false;
  const next = tokens[at + 1];
  const isEnd = next?.kind === "edge" || ENDS.test(next?.text ?? "");
  const isAmbiguous = (verb.classes & (N | P | J)) !== 0;
  if (isAmbiguous && (!startsObject(next) || ((tokens[at - 1]?.classes ?? 0) & (V | Z)) !== 0)) return false;
  if (isAmbiguous && (verb.classes & P) !== 0 && isPreposition(next)) return false;
  if (isAmbiguous && mayEndSubject(tokens, at)) return false;
  if (!isEnd && !startsObject(next)) return false;
  return !hasVerbAfter(tokens, at);
}

/** Returns true if the verb or the relative clause of a subject may follow: "The properties files still held", "The link you need". */
function mayEndSubject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[isAdverb(tokens[at + 1]) ? at + 2 : at + 1];
  if (/^(?:i|he|she|we|they)$/u.test(next?.lower ?? "")) return true;
  return next?.lower === "you" ? isPresent(tokens[at + 2]) : ((next?.classes ?? 0) & D) !== 0;
}

/** Returns true if another finite verb follows in the same clause, so that the word before it may be a noun. */
function hasVerbAfter(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + MOST_AFTER && tokens[next]?.kind === "word"; next++) {
    const token = tokens[next];
    if (isBreak(token)) return false;
    if (isFiniteVerb(token)) return true;
  }
  return false;
}

const isBareNoun = tagged("NN", "NNS");
const isPreposition = tagged("IN");
const isAdverb = tagged("RB");
const isBreak = tagged("CC", "WDT", "WP", "WRB", "PRP", "IN");

/** Returns the form of a verb for a plural subject; null if the verb has it, or is in doubt. */
export function pluralFor(verb: Token): string | null {
  const known = PLURAL_OF.get(verb.lower);
  if (known) return known;
  return verb.classes & Z && tagged("VBZ")(verb) ? verbOf(verb.lower) : null;
}

/** Returns the form of a verb for a singular subject; null if the verb has it, or is in doubt. */
export function singularFor(verb: Token): string | null {
  const known = SINGULAR_OF.get(verb.lower);
  if (known) return known;
  return verb.classes & V && verb.lower !== "be" && tagged("VB", "VBP")(verb) ? inflectVerb(verb.lower, "Z") : null;
}
