import type { Token } from "../engine/token.ts";
import { classesOf, verbOf, WORD_CLASS } from "../engine/word-class.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { tagged } from "../syntax/tagged.ts";
import hyphenatedWords from "./hyphenated-words.json" with { type: "json" };

type Kind = "adjective" | "verb" | "noun";

const { N, P, V, Z, D, C, G, X } = WORD_CLASS;
const MOST_PARTS = 4;
const KINDS: readonly (readonly [Kind, ReadonlySet<string>])[] = [
  ["adjective", new Set(hyphenatedWords.adjectives)],
  ["verb", new Set(hyphenatedWords.verbs)],
  ["noun", new Set(hyphenatedWords.nouns)],
];
const OPENINGS = new Set(KINDS.flatMap(([, words]) => [...words].map((word) => word.slice(0, word.indexOf("-")))));

const isDeterminer = tagged("DT", "PRP$", "POS");
const isDescription = tagged("JJ", "RB", "CD");
const isNounHere = tagged("NN", "NNS");
const isSubject = tagged("PRP");
const isHelper = tagged("MD", "TO");
const isAdverb = tagged("RB");
const isFiniteVerb = tagged("VBZ", "VBD", "MD", "PV");

/** Returns reports of words that are written with a hyphen where they are used as one: "a state of the art kitchen", "I double checked it". */
export function hyphenReports(text: string, tokens: readonly Token[]): SentenceReport[] {
  return tokens.flatMap((token, at) => {
    if (!OPENINGS.has(token.lower)) return [];
    for (let parts = MOST_PARTS; parts >= 2; parts--) {
      const kind = kindAt(tokens, at, at + parts);
      const last = tokens[at + parts - 1];
      if (kind && last) return [reportFor(kind, text.slice(token.start, last.end), token.start, tokens[at + parts])];
    }
    return [];
  });
}

/** Returns as what the words from `at` up to `end` are written with a hyphen in this place; null if they are not. */
function kindAt(tokens: readonly Token[], at: number, end: number): Kind | null {
  const parts = tokens.slice(at, end);
  if (parts.some(({ kind, isSpaced, text }, part) => kind !== "word" || (part > 0 && (!isSpaced || /^\p{Lu}/u.test(text)))))
    return null;
  const word = parts.map(({ lower }) => lower).join("-");
  for (const [kind, words] of KINDS)
    if (words.has(kind === "verb" ? baseOf(word) : word) && isPlaceFor(kind, tokens, at, end)) return kind;
  return null;
}

/** Returns the base form of a hyphenated verb: "double-checked" → "double-check". */
function baseOf(word: string): string {
  const at = word.lastIndexOf("-") + 1;
  return word.slice(0, at) + verbOf(word.slice(at));
}

function isPlaceFor(kind: Kind, tokens: readonly Token[], at: number, end: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[end]];
  if (kind === "verb") return isVerbAt(tokens, at, end);
  if (!isDeterminer(before) && !(isDescription(before) && isDeterminer(tokens[at - 2]))) return false;
  if (kind === "adjective") {
    if (endsInPreposition(tokens, at, end)) return false;
    return (
      isNounHere(next) &&
      (next?.isSpaced ?? false) &&
      ((next?.classes ?? 0) & (N | P)) !== 0 &&
      ((next?.classes ?? 0) & X) === 0
    );
  }
  return (
    isDeterminer(before) &&
    isNamedDeed(tokens, at, end) &&
    (isFiniteVerb(next) || next?.lower === "of" || (next?.kind !== "word" && next?.text !== "-"))
  );
}

/** Returns true for a verb and its particle, as in "the mock up of the page"; not for "the time out of a week". */
function isNamedDeed(tokens: readonly Token[], at: number, end: number): boolean {
  const isVerb = ((tokens[at]?.classes ?? 0) & V) !== 0;
  // "Keep your chin up!": after a possessive it may be a thing and where it is.
  if (tagged("PRP$")(tokens[at - 1]) && tokens[end]?.kind !== "word") return false;
  return isVerb && !(tokens[end - 1]?.lower === "out" && tokens[end]?.lower === "of");
}

/** Returns true if the last word may begin a phrase instead: "the drive through town". */
function endsInPreposition(tokens: readonly Token[], at: number, end: number): boolean {
  const [first, last] = [tokens[at], tokens[end - 1]];
  return tagged("IN", "TO")(last) && ((first?.classes ?? 0) & (N | P)) !== 0;
}

/** Returns true for a verb after a subject, a helping verb or "to", perhaps with an adverb between. */
function isVerbAt(tokens: readonly Token[], at: number, end: number): boolean {
  const last = tokens[end - 1];
  if ((classesOf(last?.lower ?? "") & (V | Z | D | C | G)) === 0) return false;
  let before = at - 1;
  while (isAdverb(tokens[before])) before--;
  const isNegated = /^(?:don't|doesn't|didn't)$/u.test(tokens[before]?.lower ?? "");
  return isNegated || isHelper(tokens[before]) || (isSubject(tokens[before]) && !isFiniteVerb(tokens[end]));
}

function reportFor(kind: Kind, written: string, start: number, next: Token | undefined): SentenceReport {
  const fix = written.replace(/\s+/gu, "-");
  const message =
    kind === "adjective"
      ? `Write “${fix}” with a hyphen, because it describes “${next?.text}”.`
      : `Write “${fix}” with a hyphen, because it is used as one ${kind}.`;
  return {
    rule: "grammar/hyphen",
    by: `hyphens/${kind}`,
    severity: "hint",
    confidence: 0.65,
    message,
    start,
    end: start + written.length,
    suggestions: [fix],
  };
}
