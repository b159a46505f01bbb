import COMMON_WORDS from "./common-words.json" with { type: "json" };

/**
 * Result of detecting a text's language. `language`: primary subtag of the likeliest, null without evidence. `margin`: natural
 * logarithm of how many times likelier it is than the next. `common`: number of words that are common in it; `commonLowercase`:
 * those without a capital, which excludes names of streets and people ("rue Saint-Jean").
 */
export type Detection = { language: string | null; margin: number; common: number; commonLowercase: number };

/** Most frequent words of each language, in descending order. */
const LISTS = Object.entries(COMMON_WORDS).map(([tag, list]) => ({ tag, words: list.split(" ") }));

/** Languages that can be detected. */
export const DETECTABLE: ReadonlySet<string> = new Set(LISTS.map(({ tag }) => tag));

/** Log probability of a word that is not among a language's frequent ones; its most frequent one has 1/12. */
const RARE = Math.log(4e-5);
/** Score for each letter in a word that a language does not use. */
const STRANGE_LETTER = -2.5;
/** Bonus for the languages of most sites; it decides if the words do not. */
const PRIORS: Readonly<Record<string, number>> = { en: 1.5, de: 1, fr: 1, es: 1, it: 1, nl: 1, pt: 1 };
const MOST_WORDS = 80;
const MOST_CHARACTERS = 1_000;

/** Score that a frequent word adds to each language that has it. */
type Evidence = { index: number; gain: number }[];

const BY_WORD = new Map<string, Evidence>();
/** Languages that use a letter which not all do. */
const WRITERS = new Map<string, Set<number>>();
for (const [index, { words }] of LISTS.entries()) {
  for (const [rank, word] of words.entries()) {
    const evidence = BY_WORD.get(word) ?? [];
    BY_WORD.set(word, evidence);
    evidence.push({ index, gain: -Math.log(12 * (rank + 1)) - RARE });
    for (const letter of strangeLetters(word)) WRITERS.set(letter, (WRITERS.get(letter) ?? new Set()).add(index));
  }
}

/** Detects the language of text in Latin script by frequent words and letters. Pure; some ten microseconds for a sentence. */
export function detectLanguage(text: string): Detection {
  const scores = LISTS.map(({ tag }) => PRIORS[tag] ?? 0);
  const common = new Uint8Array(LISTS.length);
  const commonLowercase = new Uint8Array(LISTS.length);
  const isShouted = text === text.toUpperCase();
  let hasEvidence = false;
  for (const written of firstWords(text)) {
    const word = written.toLowerCase();
    const small = word === written || isShouted ? 1 : 0;
    const evidence = BY_WORD.get(word);
    if (evidence) {
      hasEvidence = true;
      for (const { index, gain } of evidence) {
        scores[index] = (scores[index] ?? 0) + gain;
        common[index] = (common[index] ?? 0) + 1;
        commonLowercase[index] = (commonLowercase[index] ?? 0) + small;
      }
    }
    if (NOT_ASCII.test(word)) hasEvidence = weighLetters(word, scores) || hasEvidence;
  }
  return hasEvidence
    ? likeliest(scores, { common, commonLowercase })
    : { language: null, margin: 0, common: 0, commonLowercase: 0 };
}

/** Returns the languages (primary subtags) that have a word, in lower case, among their frequent ones. */
export function languagesWithWord(word: string): string[] {
  return (BY_WORD.get(word) ?? []).flatMap(({ index }) => LISTS[index]?.tag ?? []);
}

/** Returns the first words of a text. More words add no certainty. */
function firstWords(text: string): string[] {
  const words = text.slice(0, MOST_CHARACTERS).normalize("NFC").replace(NAME_PARTICLES, "$1").match(WORDS) ?? [];
  return words.length > MOST_WORDS ? words.slice(0, MOST_WORDS) : words;
}

const WORDS = /\p{L}+/gu;
/** Particles within names ("Matthias van de Meent"), which occur in any language. */
const NAME_PARTICLES = /(\p{Lu}\p{Ll}+)(?: (?:van|von|de|der|den|ter|ten|da|di|du|del|della|dos|das|zu))+(?= \p{Lu}\p{Ll})/gu;
const NOT_ASCII = /[^\p{ASCII}]/u;

/** Scores languages by the letters of a word. Returns true if any letter was evidence. */
function weighLetters(word: string, scores: number[]): boolean {
  let hasEvidence = false;
  for (const letter of strangeLetters(word)) {
    const writers = WRITERS.get(letter);
    if (!writers) continue;
    hasEvidence = true;
    for (const index of scores.keys()) if (!writers.has(index)) scores[index] = (scores[index] ?? 0) + STRANGE_LETTER;
  }
  return hasEvidence;
}

/** Returns the letters that not all languages use. */
function strangeLetters(word: string): string[] {
  return word.match(/[^\p{ASCII}]/gu) ?? [];
}

function likeliest(
  scores: readonly number[],
  { common, commonLowercase }: { common: Uint8Array; commonLowercase: Uint8Array },
): Detection {
  const best = scores.indexOf(Math.max(...scores));
  const next = Math.max(...scores.filter((_, index) => index !== best));
  return {
    language: LISTS[best]?.tag ?? null,
    margin: (scores[best] ?? 0) - next,
    common: common[best] ?? 0,
    commonLowercase: commonLowercase[best] ?? 0,
  };
}
