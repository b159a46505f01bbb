import { describe, expect, it } from "vitest";
import { ENGLISH, LANGUAGES } from "#worker/core/language/languages.ts";
import { loadEnglish } from "#worker/threads/check/load-english.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

describe("loadLexicon", { timeout: 120_000 }, () => {
  const english = loadEnglish();

  it("keeps the English words in memory that threads share, a tenth of what they take as strings", () => {
    const bytesOf = (parts: readonly (Uint8Array | Uint16Array | Uint32Array | Float32Array)[]) => {
      for (const part of parts) expect(part.buffer).toBeInstanceOf(SharedArrayBuffer);
      return parts.reduce((sum, part) => sum + part.byteLength, 0);
    };
    expect(bytesOf(Object.values(english.table))).toBeLessThan(12_000_000);
    expect(bytesOf(Object.values(english.counts))).toBeLessThan(17_000_000);
  });

  it("takes over what another thread read", async () => {
    expect((await loadLexicon(english)).english).toBe(english);
  });

  it("knows the kinds of English apart", async () => {
    const { words } = await loadLexicon(english);
    const right = (word: string) => ENGLISH.filter((dialect) => words(dialect).correct(word));
    expect(right("house")).toEqual([...ENGLISH]);
    expect(right("House")).toEqual([...ENGLISH]);
    expect(right("HOUSE")).toEqual([...ENGLISH]);
    expect(right("color")).toEqual(["en-US"]);
    expect(right("colour")).toEqual(["en-GB", "en-AU", "en-CA"]);
    expect(right("london")).toEqual([]);
    expect(right("hosue")).toEqual([]);
    expect(right("constructor")).toEqual([...ENGLISH]);
    expect(right("toString")).toEqual([]);
    expect(right("")).toEqual([]);
    expect(right("a".repeat(5_000))).toEqual([]);
  });

  it("reads every language, and knows its words", async () => {
    const { words } = await loadLexicon(english);
    const samples = {
      "en-US": "color",
      "en-GB": "colour",
      "en-AU": "colour",
      "en-CA": "colour",
      de: "Straßenbahnhaltestelle",
      "de-CH": "Strasse",
      fr: "aujourd'hui",
      es: "dámelo",
      it: "perché",
      nl: "onmiddellijk",
      "pt-BR": "você",
      "pt-PT": "facto",
    } as const;
    for (const language of LANGUAGES) {
      expect([language, words(language).correct(samples[language])]).toEqual([language, true]);
      expect([language, words(language).correct("xqzwv")]).toEqual([language, false]);
      expect(words(language).frequencyOf("xqzwv")).toBe(0);
      expect(words(language).askDictionary("q".repeat(200))).toEqual([]);
    }
  });
});
