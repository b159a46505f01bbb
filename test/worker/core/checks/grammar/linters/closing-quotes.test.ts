import { describe, expect, it } from "vitest";
import { closingQuotes } from "#worker/core/checks/grammar/linters/closing-quotes.ts";

describe("closingQuotes", () => {
  it.each([
    ["Build it in “clean“ environments.", "“clean“", "“clean”"],
    ["This is called “the big one“.", "“the big one“", "“the big one”"],
    ["It (so “virtual“) is.", "“virtual“", "“virtual”"],
  ])("tells the mark in %j", (text, written, right) => {
    const found = closingQuotes(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([written]);
    expect(found[0]?.suggestions).toEqual([right]);
  });

  it.each([
    "Build it in “clean” environments, “so” to speak.",
    "They say „so“ in German, and “so“ as well.",
    "He began: “There was a man. “Go,” he said, and went.”",
    "“One paragraph begins, and another one “begins in it.",
    "A “ alone, and “ another",
    'Plain "quotes" and “curly” ones',
  ])("leaves %j alone", (text) => {
    expect(closingQuotes(text)).toEqual([]);
  });

  it("takes little time on hostile text", () => {
    const started = performance.now();
    for (const text of ["“a".repeat(20_000), "“".repeat(20_000), `“${"a ".repeat(20_000)}`]) closingQuotes(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
