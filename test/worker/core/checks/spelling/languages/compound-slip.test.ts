import { beforeAll, describe, expect, it } from "vitest";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import { isUnlikelyCompound } from "#worker/core/checks/spelling/languages/compound-slip.ts";
import type { LanguageWords } from "#worker/core/checks/spelling/lexicon.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

let check: CheckSpelling;
let german: LanguageWords;

beforeAll(async () => {
  const lexicon = await loadLexicon();
  check = createCheckSpelling(lexicon);
  german = lexicon.words("de");
  check({ text: "Hallo" }, "de");
}, 60_000);

describe("compoundSlip", () => {
  it.each([
    ["Der Kundenparkplaz ist voll.", "Kundenparkplaz", "Kundenparkplatz"],
    ["Unser Lieferservise kommt.", "Lieferservise", "Lieferservice"],
    ["Die Terminvereinbahrung ist einfach.", "Terminvereinbahrung", "Terminvereinbarung"],
    ["Die Fensterreinigugn ist günstig.", "Fensterreinigugn", "Fensterreinigung"],
  ])("mails in %j the part of a compound that is wrong", (text, word, fix) => {
    const found = check({ text }, "de").find((finding) => finding.text === word);
    expect(found?.suggestions[0]).toBe(fix);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.6);
  });

  it.each([
    "Kundenparkplatz, Willkommensgetränk, Terminvereinbarung und Lieferservice",
    "Stabilitätspakt, Ausgrabungszeit, Festlandstürken, Seenplatte und Dünenkette",
    "Wir mailen, haben gelauncht und das Layout upgedatet.",
  ])("leaves %j alone", (text) => {
    expect(check({ text }, "de").filter(({ confidence }) => confidence >= 0.6)).toEqual([]);
  });
});

describe("a part of a compound before a hyphen", () => {
  it("is not looked up: its end follows later", () => {
    expect(check({ text: "Mondauf- und -untergang, Vorwärm-, Trocken- und Kühlzeiten" }, "de")).toEqual([]);
  });
});

describe("isUnlikelyCompound", () => {
  it("tells a compound of words in use from one that only the dictionary makes up", () => {
    expect(isUnlikelyCompound("Notwenigkeit", german, "de")).toBe(true);
    expect(isUnlikelyCompound("Notwendigkeit", german, "de")).toBe(false);
    expect(isUnlikelyCompound("Sommerabendkonzert", german, "de")).toBe(false);
  });

  it("tries each end of a word once", () => {
    const asked: string[] = [];
    const words = {
      ...german,
      readingsOf: (word: string) => (asked.push(word) > 0 && word === "den" ? " O " : ""),
      frequencyOf: () => 0,
      correct: () => false,
    };
    isUnlikelyCompound(`Den${"den".repeat(11)}x`, words, "de");
    expect(asked.length).toBeLessThan(6_000);
  });
});
