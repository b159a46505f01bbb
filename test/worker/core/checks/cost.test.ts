import { beforeAll, describe, expect, it } from "vitest";
import { checkBlock } from "#worker/core/checks/check-block.ts";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import { createTextChecks } from "#worker/core/checks/registry.ts";
import type { LanguageWords, Lexicon } from "#worker/core/checks/spelling/lexicon.ts";
import { isEnglish, type Language } from "#worker/core/language/languages.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";
import { COSTLY_TEXTS, openShortcode } from "./costly-texts.ts";

/** The most characters that a Block holds. */
const LONG = 20_000;
const SHORT = LONG / 4;
/** Four times the text may cost so many times as much; what grows with the square costs sixteen times as much. */
const MOST_TIMES = 7;
/** Less is lost in the noise. */
const CHEAP_MS = 150;
/** Questions to a dictionary for suggestions, which take it a tenth of a second each. */
const MOST_ASKED = 8;

type Cost = { ms: number; lookups: number; asked: number };

/** The real words, counted; other languages' by their tables alone, for what a dictionary costs is none of the checks' doing. */
function counting(lexicon: Lexicon, cost: Cost): Lexicon {
  const wrapped = new Map<Language, LanguageWords>();
  const wrap = (language: Language): LanguageWords => {
    const words = lexicon.words(language);
    const isListed = (word: string) => words.frequencyOf(word) > 0 || words.frequencyOf(word.toLowerCase()) > 0;
    return {
      ...words,
      correct: (word) => {
        cost.lookups++;
        return isEnglish(language) ? words.correct(word) : isListed(word);
      },
      askDictionary: () => {
        cost.asked++;
        return [];
      },
    };
  };
  return {
    ...lexicon,
    words: (language) => {
      const known = wrapped.get(language) ?? wrap(language);
      wrapped.set(language, known);
      return known;
    },
  };
}

let costOf: (text: string, language: Language) => Promise<Cost>;

beforeAll(async () => {
  const cost: Cost = { ms: 0, lookups: 0, asked: 0 };
  const lexicon = counting(await loadLexicon(), cost);
  const checks = createTextChecks({ lexicon, lintWithHarper: loadHarper(), readSentence: loadReader(), version: "test" });
  const setup = { checks, isForeignText: (text: string, language: Language) => isForeignText(text, language, lexicon) };
  const options = (language: Language) =>
    ({ siteLanguage: language, pageLang: language, only: ["content", "spelling", "grammar"] }) as const;
  costOf = async (text, language) => {
    Object.assign(cost, { ms: 0, lookups: 0, asked: 0 });
    const before = process.threadCpuUsage();
    await checkBlock({ hash: "costly", kind: "paragraph", lang: language, text }, options(language), setup);
    const { user, system } = process.threadCpuUsage(before);
    return { ...cost, ms: (user + system) / 1000 };
  };
}, 60_000);

/** Measures the cost of both sizes, again if a pause of the machine may have falsified it. */
async function costsOf(language: Language, make: (size: number) => string, sizes: readonly [number, number]) {
  const measure = async () => [await costOf(make(sizes[0]), language), await costOf(make(sizes[1]), language)] as const;
  const [short, long] = await measure();
  if (long.ms <= Math.max(CHEAP_MS, MOST_TIMES * short.ms)) return [short, long] as const;
  const again = await measure();
  return [
    { ...short, ms: Math.max(short.ms, again[0].ms) },
    { ...long, ms: Math.min(long.ms, again[1].ms) },
  ] as const;
}

describe("the cost of checking a text", { timeout: 120_000 }, () => {
  it.each(COSTLY_TEXTS)("grows linearly with the text: $name ($language)", async ({ language, make }) => {
    await costOf(make(SHORT / 2), language);
    const [short, long] = await costsOf(language, make, [SHORT, LONG]);
    expect(long.ms).toBeLessThan(Math.max(CHEAP_MS, MOST_TIMES * short.ms));
    expect(long.lookups).toBeLessThan(Math.max(10_000, MOST_TIMES * short.lookups));
    expect(long.asked).toBeLessThanOrEqual(MOST_ASKED);
  });

  it("does not double with each attribute of an unclosed shortcode", async () => {
    const [short, long] = await costsOf("en-US", openShortcode, [20, 26]);
    expect(long.ms).toBeLessThan(Math.max(CHEAP_MS, MOST_TIMES * short.ms));
  });
});
