import type { BlockKind } from "../../../page/block.ts";
import { isDerived, isPlausible } from "../derived-words.ts";
import type { UnknownWord } from "../find-unknown.ts";
import { isKnown, type KnownWords } from "../is-right.ts";
import { isAmongNames, isCutShort, isNamed, isSpokenOf } from "../named-words.ts";
import { RUN_IN, type Suggestion } from "../suggestions/suggest.ts";
import { nameEvidenceOf } from "./name-evidence.ts";
import { titleFactsOf } from "./title-facts.ts";
import { countOf, DICTIONARY_BITS, type PackedCounts } from "./word-counts.ts";
import { formOf, type WordForm } from "./word-form.ts";
import { frequencyOf } from "./word-frequency.ts";

/** Holds all data by which an unknown English word is judged. */
export type Situation = UnknownWord & {
  text: string;
  kind: BlockKind;
  known: KnownWords;
  counts: PackedCounts;
  suggestions: readonly Suggestion[];
};

export type Evidence = {
  form: WordForm;
  features: Record<string, number>;
  /** True if the word is near a day or month and is so long that it is hardly a name: "Wensday". */
  isDay: boolean;
};

/** Cost to assume if there is no suggestion: the largest that a suggestion can have. */
const FURTHEST = 2.6;
const TWO_SLIPS = 1.9;
/** Ratio of capitalised to lower-case occurrences above which a word is taken for a name. */
const MOSTLY_CAPITAL = 9;
/** Largest number of words in a name. */
const FEW = 4;
/** Lists days and months. They always have a capital, so a capital does not make a slip of one a name. */
const CALENDAR = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split(
    " ",
  ),
);
const SENTENCE_KINDS: ReadonlySet<BlockKind> = new Set(["paragraph", "list-item", "quote", "description", "caption", "text"]);
/** Matches more consonants in a row than an English word usually has: "lighttpd". */
const UNSPEAKABLE = /[^aeiouyà-ÿœ]{5}/u;

/** Returns the features that distinguish a slip from a word that our dictionaries lack. */
export function evidenceOf(situation: Situation): Evidence {
  const { word, text, kind, suggestions, known, counts } = situation;
  const lower = word.word.toLowerCase();
  const title = titleFactsOf(text);
  const best = suggestions[0];
  const bestWord = best?.word.toLowerCase() ?? "";
  const isDay = CALENDAR.has(bestWord) && !lower.startsWith(bestWord);
  const form = formOf(isDay ? { ...word, opensSentence: true } : word, title);
  const cost = Math.min(FURTHEST, best?.cost ?? FURTHEST);
  const common = decades(best?.frequency ?? 0);
  const count = countOf(counts, lower);
  const written = decades(frequencyOf(count, form === "small" ? "small" : "any"));
  const bestCount = countOf(counts, bestWord);
  const isCapitalOnly = form === "small" && best !== undefined && best.cost === 0;
  const isBestName = bestCount.capital > bestCount.small * MOSTLY_CAPITAL;
  const isNearCommon = cost <= 1.05 && common >= 2;
  const { length } = lower;
  // A word this long and this near a common one is a slip, even beside names.
  const isClear = common >= 2 && (length > 8 ? cost <= 1.05 : length > 6 && cost <= 0.75);
  const names = form === "small" || isDay ? null : nameEvidenceOf(situation);
  const isTwoWords = bestWord.includes(" ");
  const features: Record<string, number> = {
    bias: 1,
    cost,
    costOverHalf: Math.max(0, cost - 0.75),
    costOverOne: Math.max(0, cost - 1.05),
    costPerLetter: cost / length,
    common,
    rareBest: Math.max(0, 2 - common),
    veryCommon: Math.max(0, common - 4),
    written,
    ratio: common - written,
    edited: Math.log10(1 + count.small),
    editedCapital: Math.log10(1 + count.capital),
    spoken: count.spoken,
    isSpoken: flag(count.spoken > 0),
    isNeverCounted: flag(count.spoken === 0 && count.small + count.capital === 0),
    // Slips are common in informal text and rare in edited text.
    informal: count.spoken > 0 ? Math.max(0, count.spoken - 3 - Math.log10(1 + count.small + count.capital)) : 0,
    spokenRatio: bestCount.spoken - Math.max(1, count.spoken),
    nearInformal: Math.max(0, 1.1 - cost) * Math.max(0, count.spoken - 2),
    // A slip that many people make is an easy one.
    spokenFar: Math.max(0, count.spoken - 2) * Math.max(0, cost - 0.6),
    nearCommon: Math.max(0, 1.1 - cost) * common,
    isCapitalOnly: flag(isCapitalOnly),
    smallRarity: isCapitalOnly ? Math.log10((1 + count.capital) / (1 + count.small)) : 0,
    foreign: Math.max(0, count.foreign - count.spoken),
    american: flag(count.dictionaries & DICTIONARY_BITS.american),
    british: flag(count.dictionaries & DICTIONARY_BITS.british),
    medical: flag(count.dictionaries & DICTIONARY_BITS.medical),
    scientific: flag(count.dictionaries & DICTIONARY_BITS.scientific),
    // Part of "ba-dum" or of "Carol Atack" only looks like the misspelling that is listed.
    isListedSlip: flag(count.dictionaries & DICTIONARY_BITS.misspelling && word.compound === null && !names?.followsName),
    isName: flag(known.names.has(lower)),
    // "intergrated" consists of "inter" and "grated" only by chance.
    isDerived: flag(!isNearCommon && isDerived(lower, known)),
    isDerivedNear: flag(isNearCommon && isDerived(lower, known)),
    isPlausible: flag(isPlausible(lower, known)),
    isPlural: flag(`${bestWord}s` === lower || `${bestWord}es` === lower),
    isLongerByD: flag(lower.endsWith("d") && !bestWord.endsWith("ed") && isKnown(lower.slice(0, -1), known)),
    isPrefixed: flag(length >= 5 && isKnown(lower.slice(1), known)),
    isRunIn: flag(isTwoWords && bestWord.split(" ").some((part) => RUN_IN.has(part))),
    isTwoWords: flag(isTwoWords),
    bestIsName: flag(isBestName && form === "small"),
    // A capital does not suggest a name if the intended word always has one.
    bestHasCapital: isBestName && !isDay && form !== "small" ? Math.max(0, 1.1 - cost) : 0,
    short: Math.max(0, 6 - length),
    long: Math.max(0, Math.min(12, length) - 7),
    hasNoVowel: flag(!/[aeiouyà-ÿœ]/u.test(lower)),
    isUnspeakable: flag(UNSPEAKABLE.test(lower)),
    isCompound: flag(word.compound !== null),
    rival: rivalry(suggestions),
    isQuoted: flag(!isClear && isNamed(word, text)),
    isSpokenOf: flag(!isClear && isSpokenOf(word, text)),
    isAmongNames: flag(isAmongNames(word, text)),
    isCutShort: flag(isCutShort(word, text)),
    unknownNear: isClear ? 0 : situation.unknownNear,
    unknownShare: situation.unknownShare,
    isCall: flag(/^\(\S/u.test(text.slice(word.end, word.end + 2))),
    code: Math.log1p(codeMarksIn(text)),
    isForeignPhrase: flag(situation.isForeignPhrase),
    isListedWithUnknown: flag(situation.isListedWithUnknown),
    isSentence: flag(SENTENCE_KINDS.has(kind)),
    isBritish: flag(isBritish(lower, known)),
    isSuffixed: flag(isSuffixed(lower, known)),
    isInNameCell: flag(kind === "cell" && form !== "small" && title.words <= FEW),
    isFewWords: Math.max(0, FEW - title.words),
    ...Object.fromEntries(Object.entries(names ?? {}).map(([name, holds]) => [name, flag(holds)])),
  };
  return { form, features, isDay: isDay && cost <= TWO_SLIPS && length >= 6 };
}

let last: { text: string; marks: number } | null = null;

/** Returns how many characters of a text are marks of code, which prose hardly has. That of the last text is cached. */
function codeMarksIn(text: string): number {
  if (last?.text !== text) last = { text, marks: text.match(/[{}$;=<>|\\_[\]]/gu)?.length ?? 0 };
  return last.marks;
}

/** Returns true if a word is known or plausible in American spelling: "colourspace", "diarise". */
function isBritish(word: string, known: KnownWords): boolean {
  const american = word
    .replace(/is(?=(?:e|ed|es|ing|er|ers|ation|ations)$)/u, "iz")
    .replace(/our/u, "or")
    .replace(/(?<=[bt])re(?=s?$)/u, "er");
  return american !== word && (isKnown(american, known) || isPlausible(american, known));
}

/** Returns true for a known word with a prefix or suffix that forms words: "trappy", "sweared", "unbuilt", "disassemblies". */
function isSuffixed(word: string, known: KnownWords): boolean {
  const stem = /^(?:un|re|de|non)?(.{3,}?)(?:y|ed|ing|ings|al|ic|ly|ness|er|ers|able|isation|ization|ise|ised|s)?$/u.exec(
    word,
  )?.[1];
  if (stem !== undefined && stem !== word && [stem, `${stem}e`].some((base) => isKnown(base, known))) return true;
  const changed = /^(.{3,})(?:ies|ied|ier|iest|ily|iness)$/u.exec(word)?.[1];
  return changed !== undefined && isKnown(`${changed}y`, known);
}

/**
 * Returns how close the second suggestion comes to the best in cost and frequency, from 0 to 1. If several are close, none is
 * certain.
 */
function rivalry(suggestions: readonly Suggestion[]): number {
  const [best, second] = suggestions;
  if (!best || !second) return 0;
  return Math.max(
    0,
    1 - Math.max(0, second.cost - best.cost) * 2 - Math.max(0, decades(best.frequency) - decades(second.frequency)) / 2,
  );
}

function decades(frequency: number): number {
  return Math.log10(frequency + 0.1);
}

function flag(holds: boolean | number): number {
  return holds ? 1 : 0;
}
