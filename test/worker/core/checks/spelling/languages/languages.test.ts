import { beforeAll, describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { LANGUAGE_TABLES } from "../language-tables.ts";

let checkSpelling: CheckSpelling;

beforeAll(async () => {
  checkSpelling = createCheckSpelling(await loadLexicon());
}, 60_000);

const TABLES = Object.entries(LANGUAGE_TABLES).map(([language, table]) => ({ language: language as Language, ...table }));

describe.each(TABLES)("createCheckSpelling in $language", { timeout: 60_000 }, ({ language, right, wrong }) => {
  it.each(right)("leaves %j alone", (text) => {
    const found = checkSpelling({ text }, language);
    expect(found.map((finding) => `${finding.text} → ${finding.suggestions}`)).toEqual([]);
  });

  it.each(wrong)("tells the mistake in %j", (text, word, meant) => {
    const found = checkSpelling({ text }, language).find((finding) => finding.text === word);
    expect(found?.suggestions[0]).toBe(meant);
    expect(found?.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
    expect(text.slice(found?.range?.start, found?.range?.end)).toBe(word);
  });
});

describe("createCheckSpelling", { timeout: 60_000 }, () => {
  it.each([
    ["Die Strasse ist gesperrt.", "de", "Strasse", "Straße", "Swiss"],
    ["O telemóvel é económico.", "pt-BR", "económico", "econômico", "European"],
    ["O projeto é econômico.", "pt-PT", "econômico", "económico", "Brazilian"],
  ] as const)("tells the other spelling in %j as such", (text, language, word, meant, name) => {
    const found = checkSpelling({ text }, language).find((finding) => finding.text === word);
    expect(found).toMatchObject({ rule: "spelling/other-dialect", severity: "hint" });
    expect(found?.suggestions).toContain(meant);
    expect(found?.message).toContain(name);
    expect(found?.confidence).toBeLessThan(MAIL_CONFIDENCE);
  });

  it.each(["Gasthof Zur Post, Familie Hinterholzer", "Kasnocken und Wurzelfleischl gibt es heute."])(
    "mails nobody a compound that only the dictionary makes up, for %j",
    (text) => {
      const mailed = checkSpelling({ text }, "de").filter(({ confidence }) => confidence >= MAIL_CONFIDENCE);
      expect(mailed).toEqual([]);
    },
  );
});
