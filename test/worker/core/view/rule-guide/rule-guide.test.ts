import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkBlock } from "#worker/core/checks/check-block.ts";
import { TEXT_CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { type Finding, holdsAt } from "#worker/core/checks/finding.ts";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import { HARPER_GROUPS } from "#worker/core/checks/grammar/linters/harper-rules.ts";
import { languageToolReport } from "#worker/core/checks/grammar/linters/language-tool-reports.ts";
import { PATTERN_GROUPS } from "#worker/core/checks/grammar/rules/pattern-groups.ts";
import { LINK_RULES } from "#worker/core/checks/links/link-rules.ts";
import { createTextChecks } from "#worker/core/checks/registry.ts";
import { RULE_KINDS } from "#worker/core/house-style/house-rule.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { STYLE_RULES } from "#worker/core/style-rules.ts";
import type { ExampleLanguage } from "#worker/core/view/rule-guide/guide.ts";
import { RULE_GUIDES, ruleGuide } from "#worker/core/view/rule-guide/rule-guide.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";

const CORE = join(import.meta.dirname, "..", "..", "..", "..", "..", "worker", "core");
const TAGS: Record<ExampleLanguage, Language> = {
  en: "en-GB",
  de: "de",
  fr: "fr",
  es: "es",
  it: "it",
  nl: "nl",
  pt: "pt-BR",
};

/** Rules that judge a whole Site, so that one text cannot show them. */
const OF_A_SITE = new Set([
  "spelling/site-word",
  "spelling/mixed-dialects",
  "spelling/other-dialect",
  "spelling/american-word",
  "spelling/british-word",
]);

/** Rules without an example: there is no text to show, or what they report has no form in common. */
const WITHOUT_EXAMPLE = new Set(["content/empty-heading", "grammar/possible"]);

/** Returns every rule that the sources of the checks and of the life of Issues write as a literal. */
async function rulesInSources(): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of ["checks", "issues"]) {
    for (const name of await readdir(join(CORE, folder), { recursive: true })) {
      if (!name.endsWith(".ts")) continue;
      const source = await readFile(join(CORE, folder, name), "utf8");
      for (const [, rule = ""] of source.matchAll(/"((?:spelling|grammar|content|style|links)\/[a-z-]+)"/gu)) found.add(rule);
    }
  }
  return [...found].filter((rule) => !rule.startsWith("links/") || Object.hasOwn(LINK_RULES, rule));
}

describe("the rule guide", () => {
  const registered = [
    ...Object.keys(LINK_RULES),
    ...PATTERN_GROUPS.map(({ rule }) => rule),
    ...HARPER_GROUPS.map(({ rule }) => rule),
    ...STYLE_RULES.map((rule) => `grammar/style-${rule}`),
    ...RULE_KINDS.map((kind) => `style/${kind}`),
  ];

  it("explains every rule that a registry or a source of the checks names, and no other", async () => {
    const known = new Set([...registered, ...(await rulesInSources())]);
    expect(known.size).toBeGreaterThan(60);
    expect([...known].filter((rule) => !RULE_GUIDES.has(rule))).toEqual([]);
    expect([...RULE_GUIDES.keys()].filter((rule) => !known.has(rule))).toEqual([]);
  });

  it("explains what a LanguageTool server reports, and rules of an earlier version, in general", () => {
    const match = {
      message: "Why",
      offset: 0,
      length: 3,
      replacements: [],
      rule: { id: "HE_VERB_AGR", issueType: "grammar", category: { id: "GRAMMAR" } },
    };
    const reported = languageToolReport(match)?.rule ?? "";
    expect(ruleGuide(reported, "grammar").title).toBe("Found by LanguageTool");
    expect(ruleGuide("links/retired-rule", "links").title).toBe("Links");
  });

  it("has two short sentences' worth of lines and different examples", () => {
    for (const [rule, { title, lines, examples }] of RULE_GUIDES) {
      expect(title.length, rule).toBeLessThan(50);
      for (const line of lines) {
        expect(line, rule).toMatch(/[.!?)]$/u);
        expect(line.length, `${rule}: ${line}`).toBeLessThanOrEqual(130);
      }
      for (const { wrong, right } of Object.values(examples)) expect(wrong, rule).not.toBe(right);
      if (!WITHOUT_EXAMPLE.has(rule)) expect(Object.keys(examples), rule).not.toEqual([]);
    }
  });

  describe("the examples of texts", () => {
    let check: (text: string, language: Language, kind: "paragraph" | "title") => Promise<Finding[]>;
    beforeAll(async () => {
      const lexicon = await loadLexicon();
      const checks = createTextChecks({ lexicon, lintWithHarper: loadHarper(), readSentence: loadReader(), version: "test" });
      const isForeign = (text: string, language: Language) => isForeignText(text, language, lexicon);
      check = async (text, language, kind) => {
        const block = { hash: text, kind, lang: language, text };
        const options = { siteLanguage: language, pageLang: language, only: TEXT_CHECK_IDS, styleRules: STYLE_RULES };
        const { findings } = await checkBlock(block, options, { checks, isForeignText: isForeign });
        return findings;
      };
    }, 30_000);

    const ofTexts = [...RULE_GUIDES].filter(([rule]) => /^(?:spelling|grammar|content)\//u.test(rule) && !OF_A_SITE.has(rule));
    const cases = ofTexts.flatMap(([rule, { examples }]) =>
      Object.entries(examples).map(([language, example]) => ({ rule, language, example })),
    );

    it.each(cases)(
      "$rule in $language: the wrong one is reported, the right one is not",
      async ({ rule, language, example }) => {
        const kind = "kind" in example && example.kind === "title" ? "title" : "paragraph";
        const tag = Object.entries(TAGS).find(([name]) => name === language)?.[1] ?? "en-GB";
        const now = new Date("2026-06-01T00:00:00Z");
        const found = async (text: string) =>
          (await check(text, tag, kind)).filter((finding) => holdsAt(finding, now) && !OF_A_SITE.has(finding.rule));
        expect((await found(example.wrong)).map((finding) => finding.rule)).toContain(rule);
        expect((await found(example.right)).map((finding) => `${finding.rule} ${finding.text}`)).toEqual([]);
      },
    );
  });
});
