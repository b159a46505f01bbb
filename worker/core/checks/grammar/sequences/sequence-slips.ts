import { NO_TAG } from "../engine/tag-features.ts";
import type { Token } from "../engine/token.ts";
import { classesOf, FUNCTION_WORD } from "../engine/word-class.ts";
import { MISTAKE_COST, meantBy } from "../slots/meant-words.ts";
import { type SlotTraits, slotTraitsOf } from "../slots/slot-features.ts";
import { writeChances } from "../slots/slot-model.ts";
import { logChance, usesOf, usualFit } from "../slots/word-uses.ts";
import { mayBothBeMeant } from "./both-meant.ts";
import { type Around, aroundAt, type Beside, type Judge, judgePlace } from "./sequence-chance.ts";
import { countOf, isCounted } from "./sequence-counts.ts";
import { EDGE, isFirst, sequenceHashes, wordHash } from "./sequence-words.ts";

/**
 * A word that may be written for another: its index, the likeliest word that is meant, and what speaks for and against it. `isRare`: it was
 * counted only together with others that are too rare to be counted alone.
 */
export type Slip = { at: number; meant: string; features: readonly number[]; isRare: boolean };

/** Counts from which on what is written is usual: with the words on both sides, or with each of them. */
const USUAL_BETWEEN = 3;
const USUAL_BESIDE = 12;
/** Greatest difference that the model of places makes. */
const MOST_FIT = 10;
const LEAST_FIT = -6;

const log1 = Math.log1p;
/** Matches letters and Roman numbers, which are never meant. */
const NO_WORD = /^(?:[b-hj-z]|[ivx]{2,})$/u;
const chances = new Float64Array(NO_TAG);

/** Returns each word of a text beside whose neighbours another word that is written alike would be more usual. */
export function slipsIn(tokens: readonly Token[]): Slip[] {
  const hashes = sequenceHashes(tokens, isCounted);
  let traits: SlotTraits | undefined;
  return tokens.flatMap((token, at) => {
    if (!isJudged(tokens, at)) return [];
    const written = hashes[at] ?? EDGE;
    const around = aroundAt(hashes, at);
    if (isUsual(written, around)) return [];
    const judge = judgePlace(around);
    const own = judge(written);
    if (!own) return [];
    const best = likeliest(tokens, at, own, judge);
    if (!best) return [];
    // Few texts have a word that may be a slip.
    traits ??= slotTraitsOf(tokens);
    writeChances(traits, at, chances);
    const isRare = !isCounted(wordHash(token.lower));
    // Nothing is known of its use: "bird poo", "hex values".
    if (isRare && token.classes === 0) return [];
    return [{ at, meant: best.meant, features: featuresOf(token.lower, own, best), isRare }];
  });
}

/** Returns true for a word that is written often beside its neighbours, so that no slip is looked for. */
function isUsual(word: number, { last, next }: Around): boolean {
  const [withLast, withNext] = [countOf(last, word), countOf(word, next)];
  if (withLast >= USUAL_BESIDE && withNext >= USUAL_BESIDE) return true;
  return withLast > 0 && withNext > 0 && countOf(last, word, next) >= USUAL_BETWEEN;
}

/** Returns true for a word in small letters, or with a capital where a sentence begins. */
function isJudged(tokens: readonly Token[], at: number): boolean {
  const { kind, text, lower } = tokens[at] ?? { kind: "edge", text: "", lower: "" };
  if (kind !== "word" || !/^[A-Za-z]?[a-z]*(?:['’][a-z]+)?$/u.test(text) || isInAddress(tokens, at)) return false;
  if (isAbbreviated(tokens, at) || isSpelledOut(tokens, at) || isInName(tokens, at)) return false;
  if (text.charAt(0) === lower.charAt(0)) return true;
  // "Wells, D.", "Johns Hopkins", "Turing won": a name. What holds a sentence together is none.
  const next = tokens[at + 1];
  if (!isFirst(tokens, at) || next?.kind !== "word" || next.text !== next.lower) return false;
  return lower === "lets" || (classesOf(lower) & FUNCTION_WORD) !== 0;
}

/** Length of the longest abbreviation that is looked for. */
const LONGEST_ABBREVIATION = 4;

/** Returns true for a short word whose full stop does not end the sentence: "op. 12", "nos. 3 and 4". */
function isAbbreviated(tokens: readonly Token[], at: number): boolean {
  const [word, stop, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (stop?.text !== "." || stop.isSpaced || (word?.text.length ?? 0) > LONGEST_ABBREVIATION) return false;
  return next?.kind !== "edge" || /^\p{N}/u.test(tokens[at + 3]?.text ?? "");
}

/** Returns true for a letter beside another: "n i c e". */
function isSpelledOut(tokens: readonly Token[], at: number): boolean {
  const isLetter = (token: Token | undefined) => token?.kind === "word" && token.text.length === 1 && token.lower !== "a";
  return isLetter(tokens[at]) && (isLetter(tokens[at - 1]) || isLetter(tokens[at + 1]));
}

/** Returns true for a word between two with a capital, unless it holds a sentence together: "the Iron ore Fund". */
function isInName(tokens: readonly Token[], at: number): boolean {
  const isCapital = (index: number) => /^\p{Lu}/u.test(tokens[index]?.text ?? "");
  if ((classesOf(tokens[at]?.lower ?? "") & FUNCTION_WORD) !== 0) return false;
  return isCapital(at - 1) && tokens[at - 2]?.kind !== "edge" && isCapital(at + 1);
}

const OF_ADDRESS = /^[=/\\_@&?#|]$/u;

/** Returns true for a part of an address or of code: "?rid=5". */
function isInAddress(tokens: readonly Token[], at: number): boolean {
  return (
    OF_ADDRESS.test(tokens[at - 1]?.text ?? "") ||
    (tokens[at + 1]?.isSpaced === false && OF_ADDRESS.test(tokens[at + 1]?.text ?? ""))
  );
}

type Best = { meant: string; instead: Beside; lead: number; cost: number };

/** Returns the word that is most probably meant, if it is more probable than the one that is written; else null. */
function likeliest(tokens: readonly Token[], at: number, own: Beside, judge: Judge): Best | null {
  let best: Best | null = null;
  for (const [meant, cost] of meantBy(tokens[at]?.lower ?? "")) {
    if (NO_WORD.test(meant)) continue;
    const instead = judge(wordHash(meant), true);
    if (!instead) continue;
    const lead = instead.log - own.log;
    if (lead > 0 && (!best || lead - cost > best.lead - best.cost)) best = { meant, instead, lead, cost };
  }
  return best && mayBothBeMeant(tokens, at, best.meant) ? null : best;
}

function featuresOf(written: string, own: Beside, { meant, instead, lead, cost }: Best): number[] {
  const place = logChance(usesOf(meant), chances) - logChance(usesOf(written), chances);
  const fit = Math.max(LEAST_FIT, Math.min(MOST_FIT, place));
  const usual = usualFit(usesOf(meant), chances);
  const isForm = Number(cost === MISTAKE_COST.form || cost === MISTAKE_COST.nounOfVerb);
  return [
    ...[1, lead, cost, fit, log1(own.between), log1(own.last), log1(own.next), log1(own.alone), log1(instead.alone)],
    ...[log1(instead.between), log1(instead.last), log1(instead.next), log1(Math.min(instead.last, instead.next)), usual],
    ...[Number(written.length <= 2), Number(/'/u.test(written + meant)), Number(cost === MISTAKE_COST.soundAlike)],
    ...[isForm, isForm * fit, isForm * usual, Number(Math.min(own.last, own.next) === 0)],
  ];
}
