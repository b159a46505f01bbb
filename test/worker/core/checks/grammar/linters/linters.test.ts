import { describe, expect, it } from "vitest";
import { reportsFor } from "#worker/core/checks/grammar/check-grammar.ts";
import { LANGUAGE_TOOL, LINTERS } from "#worker/core/checks/grammar/linters/linters.ts";
import type { Language } from "#worker/core/language/languages.ts";

const HARPER_LINT = { harperRule: "ThenThan", message: "Did you mean `than`?", start: 15, end: 19 };
const tools = (language: Language) => ({
  language,
  isWord: () => true,
  lintWithHarper: async () => [{ ...HARPER_LINT, suggestions: [{ kind: "replace" as const, text: "than" }] }],
  styleRules: ["profanity"] as const,
});

/** For each linter a text of which it alone speaks, and who speaks. */
const SAMPLES: Readonly<Record<string, [Language, string, string]>> = {
  words: ["en-US", "This is the the end.", "words/repeated-word"],
  retext: ["en-US", "We dont close at noon.", "retext/contractions"],
  quotes: ["en-US", "Build it in “clean“ places.", "words/closing-quote"],
  stops: ["en-US", "We sell good bread , too.", "any-language/space-before-stop"],
  patterns: ["en-US", "I would of gone home.", "pattern/could-of"],
  choices: ["en-US", "They use there own tools for the work.", "choices/near-word"],
  harper: ["en-US", "It is much larger then that.", "harper/ThenThan"],
  style: ["en-US", "This bullshit must end.", "retext/profanities"],
  "any-language": ["de", "Brot und und Kuchen.", "any-language/repeated-word"],
};

describe("LINTERS", () => {
  it("have names of their own", () => {
    const ids = [...LINTERS, LANGUAGE_TOOL].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(SAMPLES).sort()).toEqual(LINTERS.map(({ id }) => id).sort());
  });

  it.each(Object.entries(SAMPLES))("hears %s of %j", async (id, [language, text, by]) => {
    const found = await reportsFor({ text, kind: "paragraph" }, tools(language));
    expect(found.map((report) => report.by)).toContain(by);
    const asLabel = await reportsFor({ text, kind: "heading" }, tools(language));
    const readsLabels = LINTERS.some((linter) => linter.id === id && linter.reads === "every text");
    expect(asLabel.map((report) => report.by).includes(by)).toBe(readsLabels);
    const elsewhere = await reportsFor({ text, kind: "paragraph" }, tools(language === "de" ? "en-US" : "nl"));
    if (id !== "stops") expect(elsewhere.map((report) => report.by)).not.toContain(by);
  });

  it("say nothing of a button", async () => {
    for (const [language, text] of Object.values(SAMPLES))
      expect(await reportsFor({ text, kind: "button" }, tools(language))).toEqual([]);
  });
});

describe("LANGUAGE_TOOL", () => {
  it("reports matches but for spelling and style", () => {
    const match = { message: "m", offset: 3, length: 2, replacements: [] };
    const rule = (issueType: string) => ({ id: "A_B", issueType, category: { id: "GRAMMAR" } });
    const matches = [
      { ...match, rule: rule("grammar") },
      { ...match, rule: rule("misspelling") },
      { ...match, rule: rule("style") },
    ];
    expect(LANGUAGE_TOOL.reports({ matches })).toMatchObject([{ rule: "grammar/languagetool-a-b", start: 3, end: 5 }]);
  });
});
