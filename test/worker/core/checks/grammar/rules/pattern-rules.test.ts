import { describe, expect, it } from "vitest";
import { createPatternReports } from "#worker/core/checks/grammar/engine/match-patterns.ts";
import type { PatternGroup, PatternRule } from "#worker/core/checks/grammar/engine/pattern-rule.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { PATTERN_GROUPS } from "#worker/core/checks/grammar/rules/pattern-groups.ts";
import type { SentenceReport } from "#worker/core/checks/grammar/sentence-report.ts";

const rules = PATTERN_GROUPS.flatMap((group) => group.patterns.map((rule) => ({ group, rule })));
const reportsOf = (group: PatternGroup, rule: PatternRule, text: string): SentenceReport[] =>
  createPatternReports([{ ...group, patterns: [rule] }])(text, tokensOf(text));
const allReports = createPatternReports(PATTERN_GROUPS);

describe("the rules made of patterns", () => {
  it("have names of their own", () => {
    const ids = rules.map(({ rule }) => rule.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(rules.flatMap(({ group, rule }) => rule.wrong.map((example) => ({ group, rule, id: rule.id, example }))))(
    "$id corrects “$example”",
    ({ group, rule, example }) => {
      const [wrong = "", right = ""] = example.split(" => ");
      const [report] = reportsOf(group, rule, wrong);
      expect(report).toBeDefined();
      if (!report) return;
      const [best] = report.suggestions;
      if (best !== undefined) expect(wrong.slice(0, report.start) + best + wrong.slice(report.end)).toBe(right);
      expect(reportsOf(group, rule, right)).toEqual([]);
    },
  );

  it.each(rules.flatMap(({ rule }) => rule.right.map((example) => ({ id: rule.id, example }))))(
    "$id and the others leave “$example” alone",
    ({ example }) => {
      expect(allReports(example, tokensOf(example))).toEqual([]);
    },
  );

  it("name in a fix only elements that each of their patterns has", () => {
    const elementsOf = (source: string) => source.split(/\s+/u).filter((part) => part !== "[" && part !== "]").length;
    const beyond = rules.flatMap(({ rule: { id, patterns, fixes } }) => {
      const least = Math.min(...patterns.map(elementsOf));
      const places = fixes.flatMap((fix) => [...fix.matchAll(/\{(\d+)/gu)].map(([, at]) => Number(at)));
      return places.filter((at) => at < 1 || at > least).map((at) => `${id}: {${at}}, but a pattern has ${least} elements`);
    });
    expect(beyond).toEqual([]);
  });

  it("each name what to write in words, every place filled", () => {
    for (const { rule } of rules)
      for (const fix of rule.fixes) expect(fix.replace(/\{[^}]*\}/gu, "")).not.toMatch(/[\\|~&@[\]]/u);
  });
});
