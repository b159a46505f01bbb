import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { LanguageWords } from "#worker/core/checks/spelling/lexicon.ts";
import { createSuggest, type Suggestion } from "#worker/core/checks/spelling/suggestions/suggest.ts";
import { wordAt } from "#worker/core/checks/spelling/word-table.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

/**
 * Makes worker/threads/check/words-in-use: of each language, the words that are written too often to be slips although its dictionary
 * lacks them. `node test/bench/make/make-words-in-use.ts <folder> [languages]`. The folder holds `freq.<language>.tsv` for each language
 * (word, times in a thousand million: wordfreq's list "large").
 */
const [folder, ...only] = process.argv.slice(2);
if (!folder) throw new Error("Say which folder holds the frequencies.");

const LANGUAGES: Readonly<Record<string, readonly [Language, ...Language[]]>> = {
  de: ["de"],
  es: ["es"],
  fr: ["fr"],
  it: ["it"],
  nl: ["nl"],
  pt: ["pt-BR", "pt-PT"],
};
const OUTPUT = new URL("../../../worker/threads/check/words-in-use/", import.meta.url);
/** Lowest number of occurrences in a thousand million words; rarer words are left out. */
const LEAST = 80;
const WORD = /^\p{Ll}{4,30}$/u;

/**
 * The largest cost of a slip, and the share of the intended word's occurrences up to which a word may be that slip. Accents are left out
 * everywhere, and a letter too many or too few is commoner than another letter.
 */
const MOST_SLIPS: readonly (readonly [cost: number, share: number])[] = [
  [0.6, 1],
  [0.85, 0.04],
  [1.06, 0.012],
  [2, 0.003],
];

async function readFrequencies(language: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(`${folder}/freq.${language}.tsv`) })) {
    const [word = "", count = "0"] = line.split("\t");
    times.set(word, Number(count));
  }
  return times;
}

/** Returns a word as wordfreq counts it: in lower case, "große" as "grosse". */
const folded = (word: string) => word.toLowerCase().replaceAll("ß", "ss");

/** Lists letters that sound alike in one of the languages, each with a common replacement. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/\p{M}/gu, ""],
  [/ph/gu, "f"],
  [/h/gu, ""],
  [/qu|[kq]/gu, "c"],
  [/(?:ç|z|x|c(?=[eiy])|sc(?=[ei]))/gu, "s"],
  [/v/gu, "b"],
  [/ll|[yj]/gu, "i"],
  [/dt|th|d$/gu, "t"],
  [/(.)\1+/gu, "$1"],
];

/** Returns roughly how a word sounds. Words that sound alike are mistaken for each other as often as accents are left out. */
function soundOf(word: string): string {
  return ALIKE.reduce((sound, [letters, one]) => sound.replace(letters, one), word.normalize("NFD"));
}

/** Lowest number of occurrences of each of two words that are written as one by mistake: "porfavor", "garnicht". */
const COMMON_PART = 30_000;

function isRunIn(word: string, { correct }: LanguageWords, times: ReadonlyMap<string, number>): boolean {
  for (let at = 1; at < word.length; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => (times.get(part) ?? 0) >= COMMON_PART && correct(part))) return true;
  }
  return false;
}

function isInDictionary(word: string, { correct }: LanguageWords, language: string): boolean {
  const forms = language === "de" && word.includes("ss") ? [word, word.replaceAll("ss", "ß")] : [word];
  return forms.some((form) => correct(form) || correct(form.charAt(0).toUpperCase() + form.slice(1)));
}

/** Returns true if a word is written so often beside a suggestion that it cannot be a slip of it. */
function isMore(word: string, { word: meant, cost }: Suggestion, times: ReadonlyMap<string, number>): boolean {
  const most = MOST_SLIPS.find(([limit]) => cost <= limit)?.[1];
  if (most === undefined) return true;
  const share = soundOf(word) === soundOf(folded(meant)) ? 1 : most;
  return (times.get(word) ?? 0) > share * (times.get(folded(meant)) ?? 0);
}

/** Returns the most occurrences of a common word with each sound. */
function timesBySound({ table }: LanguageWords, times: ReadonlyMap<string, number>): Map<string, number> {
  const most = new Map<string, number>();
  for (let index = 0; index < table.bits.length; index++) {
    const word = folded(wordAt(table, index));
    const sound = soundOf(word);
    most.set(sound, Math.max(most.get(sound) ?? 0, times.get(word) ?? 0));
  }
  return most;
}

async function makeWords(name: string, languages: readonly [Language, ...Language[]]): Promise<void> {
  const lexicon = await loadLexicon();
  const suggest = createSuggest(lexicon);
  const times = await readFrequencies(name);
  const sounds = timesBySound(lexicon.words(languages[0]), times);
  const words: string[] = [];
  for (const [word, count] of times) {
    if (count < LEAST || !WORD.test(word) || lexicon.terms.has(word)) continue;
    if (languages.some((language) => isInDictionary(word, lexicon.words(language), name))) continue;
    if ((sounds.get(soundOf(word)) ?? 0) >= count || isRunIn(word, lexicon.words(languages[0]), times)) continue;
    const suggestions = suggest(word, languages[0], () => false);
    if (suggestions.length > 0 && suggestions.every((suggestion) => isMore(word, suggestion, times))) words.push(word);
  }
  writeFileSync(new URL(`${name}.txt`, OUTPUT), `${words.sort().join(" ")}\n`);
  process.stdout.write(`${name}: ${words.length} words\n`);
}

mkdirSync(OUTPUT, { recursive: true });
for (const [name, languages] of Object.entries(LANGUAGES))
  if (only.length === 0 || only.includes(name)) await makeWords(name, languages);
