import { type Language, primarySubtag } from "../../../language/languages.ts";
import type { LanguageWords } from "../lexicon.ts";
import type { Suggestion } from "../suggestions/suggest.ts";

const SHORTEST_PART = 4;
const SHORTEST_STEM = 6;
const SHORTEST_SLIP = 7;
/** Length of the shortest known part that suggests a compound; shorter ones occur in names too. */
const SHORTEST_KNOWN = 5;
const SHORTEST_COMPOUND = 9;
const LONGEST_COMPOUND = 40;
/** Length of the longest word that the dictionary alone proves to be in use; it may have composed longer ones itself. */
const LONGEST_SIMPLE = 6;
/** Largest cost of a single slip, and lowest frequency of a word that was probably intended. */
const NEAR = 1.06;
const IN_USE = 30;
/** Lists the letters that may join the parts of a compound, by language. */
const JOINTS: Readonly<Record<string, readonly string[]>> = {
  de: ["", "s", "es", "n", "en", "er", "e"],
  nl: ["", "s", "e", "en"],
};
/** Matches suffixes that are not words themselves but form words from others: "Vereinbar-keit". */
const ENDINGS =
  /(?:ung|heit|keit|schaft|ungen|heiten|keiten|schaften|chen|lein|los|lose|losen|loser|loses|weise|bar|bare|baren|haft|hafte|haften)$/u;

/** Returns true if a language writes compounds as one word, so that a dictionary cannot list them all. */
export function hasCompounds(language: Language): boolean {
  return JOINTS[primarySubtag(language)] !== undefined;
}

/**
 * Returns true if a compound that the dictionary accepts is unlikely: neither the compound nor the parts that make it up are in
 * use ("Not-wenig-keit", "Termin-verein-bahr-ung").
 */
export function isUnlikelyCompound(word: string, words: LanguageWords, language: Language): boolean {
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND || !/^\p{Lu}\p{Ll}+$/u.test(word)) return false;
  return !isMadeOfKnown(word.toLowerCase(), words, JOINTS[primarySubtag(language)] ?? []);
}

/** Returns true if a part is in a list of common words, or is too short to be a compound that the dictionary made up. */
function isInUse(part: string, { frequencyOf, readingsOf, correct }: LanguageWords): boolean {
  const noun = part.charAt(0).toUpperCase() + part.slice(1);
  if (readingsOf(part) !== "" || frequencyOf(part) > 0 || frequencyOf(noun) > 0) return true;
  return part.length >= SHORTEST_PART && part.length <= LONGEST_SIMPLE && (correct(part) || correct(noun));
}

/** Returns true if a part is a word in use, with or without the letters that join it to the next. */
function isPart(part: string, words: LanguageWords, joints: readonly string[]): boolean {
  return joints.some((joint) => {
    const stem = part.slice(0, part.length - joint.length);
    return part.endsWith(joint) && stem.length >= SHORTEST_PART - 1 && isInUse(stem, words);
  });
}

/**
 * Returns true if a word consists of words in use. `failed` collects the remainders of the word that do not, so that each is
 * tried once.
 */
function isMadeOfKnown(word: string, words: LanguageWords, joints: readonly string[], failed = new Set<string>()): boolean {
  if (failed.has(word)) return false;
  // An inflected form of a word in use: "Kundenbetreuern", "Anmietungen".
  if (
    isInUse(word, words) ||
    ["n", "s", "en", "es", "e", "er", "ern"].some(
      (ending) => word.endsWith(ending) && isInUse(word.slice(0, -ending.length), words),
    )
  )
    return true;
  const stem = word.replace(ENDINGS, "");
  if (
    stem !== word &&
    stem.length >= SHORTEST_STEM &&
    (isInUse(stem, words) || isInUse(`${stem}en`, words) || isInUse(`${stem}n`, words))
  )
    return true;
  for (let at = SHORTEST_PART - 1; at <= word.length - SHORTEST_PART + 1; at++)
    if (isPart(word.slice(0, at), words, joints) && isMadeOfKnown(word.slice(at), words, joints, failed)) return true;
  failed.add(word);
  return false;
}

/** Returns the intended compound if one part is a word in use and the other is near one ("Kunden-parkplaz"), or null. */
export function compoundSlip(
  written: string,
  { words, language, suggest }: { words: LanguageWords; language: Language; suggest(part: string): readonly Suggestion[] },
): Suggestion | null {
  const joints = JOINTS[primarySubtag(language)];
  if (!joints || written.length < SHORTEST_COMPOUND || written.length > LONGEST_COMPOUND) return null;
  const lower = written.toLowerCase();
  if (isMadeOfKnown(lower, words, joints)) return null;
  let best: Suggestion | null = null;
  for (let at = SHORTEST_PART; at <= lower.length - SHORTEST_PART; at++) {
    const [left, right] = [lower.slice(0, at), lower.slice(at)];
    const [isLeft, isRight] = [isPart(left, words, joints), isMadeOfKnown(right, words, joints)];
    if (isLeft === isRight || (isLeft ? left : right).length < SHORTEST_KNOWN) continue;
    const near = isLeft ? nearest(right, suggest) : nearestFront(left, suggest, joints);
    if (!near || (best && best.cost <= near.cost)) continue;
    const whole = isLeft ? left + near.word : near.word + right;
    const inCase = /^\p{Lu}/u.test(written) ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
    if (words.correct(inCase)) best = { word: inCase, cost: near.cost, frequency: near.frequency };
  }
  return best;
}

/** Returns the word that the front of a compound was meant to be, with its joining letters, or null. */
function nearestFront(
  front: string,
  suggest: (part: string) => readonly Suggestion[],
  joints: readonly string[],
): Suggestion | null {
  for (const joint of joints) {
    const near = front.endsWith(joint) ? nearest(front.slice(0, front.length - joint.length), suggest) : null;
    if (near) return { ...near, word: near.word + joint };
  }
  return null;
}

function nearest(part: string, suggest: (part: string) => readonly Suggestion[]): Suggestion | null {
  if (part.length < SHORTEST_SLIP) return null;
  const [found] = suggest(part);
  if (!found || found.cost > NEAR || found.cost === 0 || found.frequency < IN_USE || /[ -]/u.test(found.word)) return null;
  // Southern German diminutives are not slips: "Fleischl".
  if (part === `${found.word.toLowerCase()}l`) return null;
  return { ...found, word: found.word.toLowerCase() };
}
