import type { Token } from "../engine/token.ts";
import { FUNCTION_WORD } from "../engine/word-class.ts";
import { countOf, isCounted } from "../sequences/sequence-counts.ts";
import { leadsAt } from "../sequences/sequence-lead.ts";
import { EDGE, knownHash } from "../sequences/sequence-words.ts";
import type { Edit, EditKind } from "./edit.ts";
import { RIVALS, SMALL_WORDS } from "./small-words.ts";
import { formsOf } from "./word-forms.ts";

/** Least lead of a correction that is judged at all. */
const LEAST_LEAD = 3;
/** Counts from which on words are usual side by side, so that no correction is looked for. */
const USUAL = 20;

const hashOf = (word: string) => knownHash(word, isCounted);
const MOST_REMEMBERED = 20_000;
/** Words that are left out so often that no row of three need have been counted. */
const OFTEN_LACKING = new Set(["a", "an", "the", "to", "of", "be", "is", "are"]);
const SMALL = new Set(SMALL_WORDS);

/** Returns small corrections that make a text more usual, at most one of a kind in a place. Most of them are not needed: see judge-edit.ts. */
export function proposeEdits(tokens: readonly Token[], hashes: ArrayLike<number>): Edit[] {
  const edits: Edit[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "word" || !/^[A-Za-z]?[a-z]+$|^[AaI]$/u.test(token.text)) continue;
    const isSmall = token.text === token.lower;
    if (isSmall && token.isSpaced && tokens[at - 1]?.kind === "word") edits.push(...best(insertions(hashes, at)));
    if (!isSmall && tokens[at - 1]?.kind !== "edge") continue;
    if (isUsual(hashes, at)) continue;
    if (isSmall && SMALL.has(token.lower)) edits.push(...best(deletion(hashes, at)));
    edits.push(...best(replacements(token, hashes, at)));
  }
  return edits;
}

const at0 = (hashes: ArrayLike<number>, at: number) => hashes[at] ?? EDGE;

function isUsual(hashes: ArrayLike<number>, at: number): boolean {
  return countOf(at0(hashes, at - 1), at0(hashes, at), at0(hashes, at + 1)) > USUAL;
}

/** Returns the correction with the greatest lead, if it is great enough. */
function best(edits: readonly Edit[]): Edit[] {
  const [first] = edits.filter(({ lead }) => lead >= LEAST_LEAD).sort((a, b) => b.lead - a.lead);
  return first ? [first] : [];
}

function insertions(hashes: ArrayLike<number>, at: number): Edit[] {
  const [last, next] = [at0(hashes, at - 1), at0(hashes, at)];
  if (countOf(last, next) >= USUAL) return [];
  // Three words that were counted as they are lack nothing.
  if (countOf(at0(hashes, at - 2), last, next) > 0 || countOf(last, next, at0(hashes, at + 1)) > 0) return [];
  const leadOf = leadsAt(hashes, { from: at, to: at });
  const before = smallWordsBefore(next);
  return smallWordsAfter(last)
    .filter((word) => before.includes(word) && (OFTEN_LACKING.has(word.fix) || countOf(last, word.hash, next) > 0))
    .map(({ fix, hash }) => ({ kind: "insert", from: at, to: at, fix, lead: leadOf([hash]) }));
}

function deletion(hashes: ArrayLike<number>, at: number): Edit[] {
  if (countOf(at0(hashes, at - 1), at0(hashes, at + 1)) === 0) return [];
  return [{ kind: "delete", from: at, to: at + 1, fix: "", lead: leadsAt(hashes, { from: at, to: at + 1 })([]) }];
}

function replacements({ lower, classes }: Token, hashes: ArrayLike<number>, at: number): Edit[] {
  const rivals = RIVALS.get(lower);
  if (!rivals && (classes === 0 || (classes & FUNCTION_WORD) !== 0)) return [];
  const kind: EditKind = rivals ? "replace" : "form";
  const [last, next] = [at0(hashes, at - 1), at0(hashes, at + 1)];
  const leadOf = leadsAt(hashes, { from: at, to: at + 1 });
  return othersOf(lower).flatMap(({ fix, hash }) => {
    const [isAfter, isBefore] = [countOf(last, hash) > 0, countOf(hash, next) > 0];
    if (kind === "replace" ? !(isAfter && isBefore) : !(isAfter || isBefore)) return [];
    return [{ kind, from: at, to: at + 1, fix, lead: leadOf([hash]) }];
  });
}

/** Returns a function that remembers what it returned for many of its arguments. */
function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, found);
    return found;
  };
}

/** A word that may come into a text, with its hash. */
type Fix = { fix: string; hash: number };
const fixFor = (fix: string): Fix => ({ fix, hash: hashOf(fix) });
const SMALL_FIXES = SMALL_WORDS.map(fixFor);

/** Returns the words that may be meant by another. */
const othersOf = remembered((word: string) => (RIVALS.get(word) ?? formsOf(word)).map(fixFor));
/** Returns the small words that were counted after a word, and before one, given by its hash. */
const smallWordsAfter = remembered((word: number) => SMALL_FIXES.filter(({ hash }) => countOf(word, hash) > 0));
const smallWordsBefore = remembered((word: number) => SMALL_FIXES.filter(({ hash }) => countOf(hash, word) > 0));
