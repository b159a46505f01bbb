import { editedTokens } from "../engine/edited-tokens.ts";
import { NO_TAG } from "../engine/tag-features.ts";
import { TAG_REACH, tagWords } from "../engine/tag-words.ts";
import type { Token } from "../engine/token.ts";
import { countOf, isCounted } from "../sequences/sequence-counts.ts";
import { EDGE, knownHash } from "../sequences/sequence-words.ts";
import { slotTraitsOf } from "../slots/slot-features.ts";
import { writeChances } from "../slots/slot-model.ts";
import { bestFit, logChance, usesOf } from "../slots/word-uses.ts";
import type { Edit } from "./edit.ts";

/**
 * Lists what speaks for and against a correction: numbers, the parts of speech around it (indices of TAGS; -1 where there is no word), and the
 * small words that go and come ("-of", "+to").
 */
export type EditFeatures = { numbers: readonly number[]; tags: readonly number[]; words: readonly string[] };

/** Tokens on each side that the features reach: the word beyond the next one, and three before the last one. */
const REACH = 5;
const LEAST_CHANCE = 1e-4;
const LEAST_LOG = -12;
const chances = new Float64Array(NO_TAG);

/** Returns the features of a correction: how usual the words are with and without it, and how well each fits its place. */
export function editFeatures(tokens: readonly Token[], hashes: ArrayLike<number>, edit: Edit): EditFeatures {
  const start = Math.max(0, edit.from - REACH);
  const near = tokens.slice(start, edit.to + REACH);
  const place = { from: edit.from - start, to: edit.to - start, fix: edit.fix };
  const edited = editedTokens(near, place).map((token) => ({ ...token }));
  const fixEnd = place.from + Number(edit.fix !== "");
  tagWords(edited, { from: Math.max(0, place.from - TAG_REACH), to: fixEnd + TAG_REACH });
  const written = fitsAt(near, [place.from - 1, place.from < place.to ? place.from : -1, place.to, place.to + 1]);
  const instead = fitsAt(edited, [place.from - 1, place.from < fixEnd ? place.from : -1, fixEnd, fixEnd + 1]);
  const [lastFit = [], ownFit = [], nextFit = []] = written;
  const gains = [0, 2, 3].flatMap((word) => (instead[word] ?? []).map((fit, at) => fit - (written[word]?.[at] ?? 0)));
  return {
    numbers: [1, ...countsOf(hashes, edit), ...ownFit, ...(instead[1] ?? []), ...gains, ...lastFit, ...nextFit],
    tags: [
      ...[tagAt(near, place.from - 2), tagAt(near, place.from - 1), place.from < place.to ? tagAt(near, place.from) : -1],
      ...[tagAt(near, place.to), tagAt(near, place.to + 1), place.from < fixEnd ? tagAt(edited, place.from) : -1],
    ],
    words: smallWordsOf(tokens[edit.from], edit),
  };
}

function smallWordsOf(token: Token | undefined, { kind, fix }: Edit): string[] {
  if (kind === "form") return [];
  const gone = kind === "insert" ? [] : [`-${token?.lower}`];
  return kind === "delete" ? gone : [...gone, `+${fix}`];
}

const tagAt = (tokens: readonly Token[], at: number) => tokens[at]?.tag ?? NO_TAG;

/** Returns how well the words at some indices fit their places, three numbers each; zeros for what is no word. */
function fitsAt(tokens: readonly Token[], indices: readonly number[]): number[][] {
  const traits = slotTraitsOf(tokens);
  return indices.map((at) => {
    const token = tokens[at];
    if (token?.kind !== "word") return [0, 0, 0];
    writeChances(traits, at, chances);
    const uses = usesOf(token.lower);
    const asTagged = chances[token.tag] ?? 0;
    return [
      Math.max(LEAST_LOG, logChance(uses, chances)),
      Math.log(bestFit(uses, chances) + LEAST_CHANCE),
      Math.log(asTagged + LEAST_CHANCE),
    ];
  });
}

const logCount = (first: number, second?: number, third?: number) => Math.log1p(countOf(first, second, third));

/** Returns the lead, and the logarithms of how often the words were counted beside each other, as written and with the correction. */
function countsOf(hashes: ArrayLike<number>, { from, to, fix, lead }: Edit): number[] {
  const hashAt = (at: number) => hashes[at] ?? EDGE;
  const [before, last, next, after] = [hashAt(from - 2), hashAt(from - 1), hashAt(to), hashAt(to + 1)];
  const around = (word: number) => [
    ...[logCount(word), logCount(last, word), logCount(word, next), logCount(last, word, next)],
    ...[logCount(before, last, word), logCount(word, next, after)],
  ];
  const none = [0, 0, 0, 0, 0, 0];
  const own = from < to ? around(hashAt(from)) : none;
  const instead = fix === "" ? none : around(knownHash(fix, isCounted));
  const least = ([, one = 0, other = 0]: readonly number[]) => Math.min(one, other);
  const without = [logCount(last, next), logCount(before, last, next), logCount(last, next, after)];
  return [lead, ...own, ...instead, ...without, least(own), least(instead), logCount(last), logCount(next)];
}
