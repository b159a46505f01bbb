import type { Token } from "../engine/token.ts";
import { WORD_CLASS } from "../engine/word-class.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { fitInPlace } from "../slots/fit-in-place.ts";
import { tagged } from "../syntax/tagged.ts";
import { logInserted, logWithout } from "./sequence-chance.ts";
import { countOf, isCounted } from "./sequence-counts.ts";
import { EDGE, sequenceHashes, wordHash } from "./sequence-words.ts";

/** A small word that may be missing between two others. */
type Missing = {
  word: string;
  /** Returns true if it may be missing before the token at an index. */
  fits(tokens: readonly Token[], at: number): boolean;
  /** Least share of the word before that is followed by this one. */
  share: number;
  /** Least logarithm of how much more probable the sentence is with it. */
  lead: number;
  /** Least chance of the place between the two words to have a word like this, by the model of places. */
  place?: number;
};

const { N, V } = WORD_CLASS;
const isVerb = tagged("VB", "VBP", "NN");
const isAdjective = tagged("JJ");
const isDescription = tagged("JJ", "JJR", "VBN", "RBR");
const isNominal = tagged("DT", "PRP$", "JJ", "CD", "NN", "NNS", "VBG", "RB");
const isNoun = tagged("NN", "NNS");
const isPronoun = tagged("PRP");
const takesInfinitive = tagged("VB", "VBP", "VBZ", "VBD", "VBG", "VBN", "JJ");
const startsObject = tagged("DT", "PRP", "PRP$");
const isModal = tagged("MD");
const isComplement = tagged("JJ", "VBG", "VBN");
const SUBJECTS = /^(?:i|he|she|it|we|they|you|this|that|there)$/u;
const OPENERS = /^(?:and|but|because|that|if|when|while|although|so|as|since|think|hope|know|says|said|believe)$/u;
const PLACES = /^(?:there|here|what|who|where)$/u;
const AMOUNTS = /^(?:lot|lots|couple|plenty|dozens|hundreds|thousands|millions)$/u;
const BE = /^(?:be|is|are|was|were|am|i'm|it's|they're|we're|you're|he's|she's|not)$/u;

/** Returns true for a verb after a word that asks for an infinitive, unless it may be a noun ("needs work") or the verb of a clause around it. */
function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const [verb, before, first] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (!verb || !isVerb(verb) || (verb.classes & V) === 0 || !takesInfinitive(before) || before?.lower === "ready") return false;
  if (before?.lower === "likely" && !BE.test(first?.lower ?? "")) return false;
  // "All we need include lunch", "If there is anything you need let us know".
  if (isPronoun(first) && (isNoun(tokens[at - 3]) || tokens[at - 3]?.lower === "all")) return false;
  const next = tokens[at + 1];
  return (verb.classes & N) === 0 || (startsObject(next) && next?.lower !== "any");
}

/** Returns true for a pronoun that begins a clause. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return SUBJECTS.test(tokens[at]?.lower ?? "") && (before?.kind !== "word" || OPENERS.test(before.lower));
}

const MISSING: readonly Missing[] = [
  { word: "to", fits: isInfinitive, share: 0.2, lead: 3.5 },
  { word: "be", fits: (tokens, at) => tokens[at - 1]?.lower === "to" && isAdjective(tokens[at]), share: 0, lead: 5 },
  {
    word: "be",
    fits: (tokens, at) => isComplement(tokens[at]) && isModal(tokens[at - 1]),
    share: 0,
    lead: 4.5,
    place: 0.5,
  },
  ...["is", "are", "was", "were"].map((word) => ({
    word,
    fits: (tokens: readonly Token[], at: number) => isComplement(tokens[at]) && isSubject(tokens, at - 1),
    share: 0.001,
    lead: 4,
    place: 0.5,
  })),
  { word: "of", fits: (tokens, at) => AMOUNTS.test(tokens[at - 1]?.lower ?? ""), share: 0.3, lead: 6 },
  {
    word: "a",
    fits: (tokens, at) =>
      tokens[at]?.lower === "bit" && isDescription(tokens[at + 1]) && !/^g[eo]t/u.test(tokens[at - 1]?.lower ?? ""),
    share: 0,
    lead: 4.5,
  },
  ...["is", "are"].map((word) => ({
    word,
    fits: (tokens: readonly Token[], at: number) =>
      PLACES.test(tokens[at - 1]?.lower ?? "") && isNominal(tokens[at]) && tokens[at - 2]?.kind === "edge",
    share: 0,
    lead: 4.5,
  })),
];
/** Counts from which on two words are usual side by side. */
const USUAL = 5;
const CONFIDENCE = 0.7;

/** Returns reports of small words that are missing between two that are hardly ever side by side: "we need use it", "in lot of cases". */
export function missingWords(tokens: readonly Token[]): SentenceReport[] {
  let hashes: Float64Array | undefined;
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    if (token.kind !== "word" || token.text !== token.lower || before?.kind !== "word" || !token.isSpaced) return [];
    const fitting = MISSING.filter(({ fits }) => fits(tokens, at));
    if (fitting.length === 0) return [];
    hashes ??= sequenceHashes(tokens, isCounted);
    const all = hashes;
    const missing = fitting.find((one) => isMissing(one, all, at) && hasPlace(one, tokens, at));
    return missing ? [reportFor(missing.word, before, token)] : [];
  });
}

function isMissing({ word, share, lead }: Missing, hashes: Float64Array, at: number): boolean {
  const hashAt = (index: number) => hashes[index] ?? EDGE;
  const around = { lastButOne: hashAt(at - 2), last: hashAt(at - 1), next: hashAt(at), nextButOne: hashAt(at + 1) };
  const hash = wordHash(word);
  if (countOf(around.last, around.next) >= USUAL || countOf(around.last, hash, around.next) === 0) return false;
  if (countOf(around.last, hash) < share * countOf(around.last)) return false;
  return logInserted(hash, around) - logWithout(around) > lead;
}

/** Returns true if the model of places expects such a word between the two, where it is asked. */
function hasPlace({ word, place }: Missing, tokens: readonly Token[], at: number): boolean {
  return place === undefined || fitInPlace(tokens, { from: at, to: at, fix: word }) >= place;
}

function reportFor(missing: string, before: Token, token: Token): SentenceReport {
  const fix = `${before.text} ${missing} ${token.text}`;
  return {
    rule: "grammar/usage",
    by: `sequences/missing-${missing}`,
    severity: "warning",
    confidence: CONFIDENCE,
    message: `Add “${missing}”: write “${fix}”, not “${before.text} ${token.text}”.`,
    start: before.start,
    end: token.end,
    suggestions: [fix],
  };
}
