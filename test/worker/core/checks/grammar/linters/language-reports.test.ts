import { beforeAll, describe, expect, it } from "vitest";
import { languageReports } from "#worker/core/checks/grammar/linters/language-reports.ts";
import { sentenceFindings } from "#worker/core/checks/grammar/sentence-findings.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { LANGUAGE_SENTENCES } from "../languages/language-sentences.ts";

let find: (text: string, language: Language) => ReturnType<typeof sentenceFindings>;

beforeAll(async () => {
  const lexicon = await loadLexicon();
  find = (text, language) => sentenceFindings(languageReports(text, language, lexicon.words(language).readingsOf), text);
}, 60_000);

describe.each(Object.entries(LANGUAGE_SENTENCES))("languageReports in %s", (name, { wrong, right }) => {
  const language = name as Language;

  // Loading a language takes longer than a test may.
  beforeAll(() => void find("", language), 60_000);

  it.each(wrong)("repairs in %j “%s”: “%s”", (text, written, fix) => {
    const found = find(text, language);
    expect(found).toHaveLength(1);
    const { range, suggestions } = found[0] ?? {};
    const repaired = `${text.slice(0, range?.start)}${suggestions?.[0]}${text.slice(range?.end)}`;
    expect(repaired).toBe(text.replace(new RegExp(`(?<!\\p{L})${written}(?!\\p{L})`, "u"), fix));
  });

  it.each(right)("leaves %j alone", (text) => {
    expect(find(text, language)).toEqual([]);
  });
});

describe("languageReports", () => {
  it("says nothing in English or of capitals", () => {
    expect(find("Wir wissen, das Qualität zählt.", "en-US")).toEqual([]);
    expect(find("NOUS SOMMES A VOTRE DISPOSITION", "fr")).toEqual([]);
  });

  it.each([
    ["de", "Wir hoffen, das Haus, dass der Auto, "],
    ["fr", "les client a la ou ce se sont à "],
    ["it", "il studio e aperto un' amico ha a "],
    ["nl", "ik wordt het tuin een mooi huis als dan "],
  ] as const)("costs as much as the text in %s is long", (language, piece) => {
    const costAt = (pieces: number) => {
      const text = piece.repeat(pieces);
      const before = process.cpuUsage();
      find(text, language);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    costAt(400);
    // Four times the text may cost four times as much; twelve leaves room for what else runs.
    expect(costAt(1600)).toBeLessThan(12 * Math.max(costAt(400), 5_000));
  });
});
