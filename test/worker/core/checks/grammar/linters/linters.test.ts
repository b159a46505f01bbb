import { describe, expect, it } from "vitest";
import { reportsFor } from "#worker/core/checks/grammar/check-grammar.ts";
import { LANGUAGE_TOOL, LINTERS } from "#worker/core/checks/grammar/linters/linters.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";

const HARPER_LINT = { harperRule: "ThenThan", message: "Did you mean `than`?", start: 15, end: 19 };
const tools = (language: Language) => ({
  language,
  isWord: () => true,
  readingsOf: (word: string) => (word === "ragazzi" ? " Nmp " : ""),
  lintWithHarper: async () => [{ ...HARPER_LINT, suggestions: [{ kind: "replace" as const, text: "than" }] }],
  readSentence: loadReader(),
  styleRules: ["profanity"] as const,
});

/** For each linter a text of which it alone speaks, and who speaks. */
const SAMPLES: Readonly<Record<string, [Language, string, string]>> = {
  words: ["en-US", "This is the the end.", "words/repeated-word"],
  retext: ["en-US", "We dont close at noon.", "retext/contractions"],
  quotes: ["en-US", "Build it in “clean“ places.", "words/closing-quote"],
  stops: ["en-US", "We sell good bread , too.", "any-language/space-before-stop"],
  labels: [
    "en-US",
    "Login to your account",
    "pattern/^ ~please [ login ] to|into your|my|the|our account|portal|dashboard|profile !is&!requires",
  ],
  patterns: ["en-US", "I would of gone home.", "pattern/could-of"],
  sequences: ["en-US", "There are so may people in the shop.", "sequences/near-word"],
  slots: ["en-US", "I scrolled trough the document.", "slots/near-word"],
  edits: ["en-US", "It is very useful know the way.", "edits/insert"],
  government: ["en-US", "It depends of the weather.", "government/table"],
  hyphens: ["en-US", "We built a state of the art kitchen.", "hyphens/adjective"],
  syntax: ["en-US", "Grammatical errors always makes your text look bad.", "syntax/plural-noun"],
  harper: ["en-US", "It is much larger then that.", "harper/ThenThan"],
  style: ["en-US", "This bullshit must end.", "retext/profanities"],
  language: ["it", "I ragazzi anno sempre fame.", "it/anno-have"],
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
  const reportsOf = (id: string, issueType: string, category = "GRAMMAR") =>
    LANGUAGE_TOOL.reports({
      matches: [{ message: "m", offset: 3, length: 2, replacements: [], rule: { id, issueType, category: { id: category } } }],
    });

  it("mails the rules that were measured to be right, and shows the others", () => {
    expect(reportsOf("PERS_PRONOUN_AGREEMENT", "grammar")).toMatchObject([
      { rule: "grammar/languagetool-pers-pronoun-agreement", start: 3, end: 5, confidence: 0.75 },
    ]);
    expect(reportsOf("A_RULE_OF_NEXT_YEAR", "grammar")).toMatchObject([{ confidence: 0.5 }]);
  });

  it("reports confused words, which LanguageTool counts as misspelt, but no words that a dictionary lacks", () => {
    expect(reportsOf("AFFECT_EFFECT", "misspelling", "CONFUSED_WORDS")).toHaveLength(1);
    for (const id of ["MORFOLOGIK_RULE_EN_US", "GERMAN_SPELLER_RULE", "HUNSPELL_RULE", "EN_MULTITOKEN_SPELLING_TWO"])
      expect(reportsOf(id, "misspelling", "TYPOS")).toEqual([]);
  });

  it.each([
    ["style", "STYLE"],
    ["typographical", "TYPOGRAPHY"],
    ["duplication", "MISC"],
    ["uncategorized", "PUNCTUATION"],
  ])("ignores matches of type %s in the category %s", (issueType, category) => {
    expect(reportsOf("A_B", issueType, category)).toEqual([]);
  });
});
