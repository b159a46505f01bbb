import { describe, expect, it } from "vitest";
import { NASTY_PUMPS } from "#test/support/growth/attack-strings.ts";
import { measureGrowth } from "#test/support/growth/measure-growth.ts";
import { createRuleMatcher } from "#worker/core/checks/style/rule-matcher.ts";
import { makeRule } from "./house-rules.ts";

const block = (text: string) => ({ kind: "paragraph" as const, text });
const SIZES = [10_000, 40_000];
const FLOOR_MS = 15;

/** Rules that begin and end alike, so that a text may follow many of them at once. */
const NESTED = Array.from({ length: 90 }, (_, index) => makeRule("avoid", "a ".repeat(index + 1).trim()));
const NUMBERS = Array.from({ length: 90 }, (_, index) => makeRule("avoid", "1".repeat(index + 6)));
const MANY = Array.from({ length: 1_000 }, (_, index) => makeRule("avoid", `word${index} of the${index % 7} day`));

describe("createRuleMatcher", () => {
  const hostile = createRuleMatcher([
    ...NESTED,
    ...NUMBERS,
    makeRule("name", "aAaA-aA.a"),
    makeRule("avoid", "a'"),
    makeRule("avoid", "((("),
    makeRule("require", "a b ".repeat(120).trim()),
    ...["the", "is", "not", "page", "haha"].map((term) => makeRule("avoid", term)),
  ]);

  it.each([...NASTY_PUMPS, "a ", "a b ", "1 ", "11-", "(a", "a'a ", "“", "a\u00AD", "\u0301", "电", "aA ", "@a "])(
    "takes time in proportion to a text of %j",
    (pump) => {
      expect(
        measureGrowth({ head: "", pump, tail: "" }, (text) => hostile(block(text)), { sizes: SIZES, floorMs: FLOOR_MS }).fault,
      ).toBeNull();
    },
  );

  it("takes hardly longer with a thousand rules than with ten", () => {
    const text = "Our word5 of the day is not the word7 of the0 day, or word1 of the2 day. ".repeat(600);
    const [few, many] = [createRuleMatcher(MANY.slice(0, 10)), createRuleMatcher(MANY)];
    const measure = (match: typeof few) => {
      const times = Array.from({ length: 7 }, () => {
        const before = process.cpuUsage();
        match(block(text));
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return Math.min(...times);
    };
    measure(few);
    measure(many);
    expect(measure(many)).toBeLessThan(4 * Math.max(measure(few), 5_000));
  });

  it("keeps a few matches of each rule in one text", () => {
    const match = createRuleMatcher([makeRule("avoid", "the", { forms: false }), makeRule("require", "of")]);
    const matches = match(block("the top of ".repeat(1_000)));
    expect(
      Map.groupBy(matches, ({ ruleId }) => ruleId)
        .values()
        .map(({ length }) => length)
        .toArray(),
    ).toEqual([10, 1]);
  });

  it("matches nothing without rules, and survives terms of signs", () => {
    expect(createRuleMatcher([])(block("Any text."))).toEqual([]);
    const odd = ["__proto__", "constructor", "toString", ".*", "(a+)+$", "\\", "[", "a|b"].map((term) =>
      makeRule("avoid", term),
    );
    const found = createRuleMatcher(odd)(block("constructor and .* and (a+)+$ and \\ or a|b"));
    expect(found.map(({ ruleId }) => ruleId).toSorted()).toEqual(
      ["avoid (a+)+$", "avoid .*", "avoid \\", "avoid a|b", "avoid constructor"].toSorted(),
    );
  });
});
