import { describe, expect, it } from "vitest";
import { cpuMsOf } from "#test/support/growth/cpu-ms-of.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { syntaxReports } from "#worker/core/checks/grammar/linters/syntax-reports.ts";

const fixesOf = (text: string) =>
  syntaxReports(tokensOf(text)).map(({ start, end, suggestions }) => `${text.slice(start, end)} → ${suggestions}`);

describe("subjects and their verbs", () => {
  it.each([
    ["Grammatical errors always makes your text look bad.", "makes → make"],
    ["This beautiful red ball gown go well with your eyes.", "go → goes"],
    ["The chemicals in the bottle was released.", "was → were"],
    ["She asked whether the users from Asia wants to learn English.", "wants → want"],
    ["He thinks differently and he succeed.", "succeed → succeeds"],
    ["The new tests works on every phone.", "works → work"],
    ["Many people in our street likes the park.", "likes → like"],
    ["We need a person who are capable of it.", "are → is"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "Developing new products has many surprises.",
    "In the garden stand two old oaks.",
    "A good example are the old mills.",
    "If the price were lower, we would buy it.",
    "We suggest that he go home.",
    "The couple next door are moving out.",
    "When the government grants patents to them, they wait.",
    "It is one of the best films that has come out.",
    "Let her come and help him go.",
    "Private practices is the wrong word.",
    "I doubt that Tom cares who comes to his party.",
    "In our town, the elderly are well cared for.",
    "The properties files still contained the old key.",
    "The navigation link you need is here.",
    "The term human rights implies a lot.",
    "Her dog barks loudly at night.",
    "The dog tests works of art by smell.",
    "The results since then speak for themselves.",
    "The people carrier has seven seats.",
    "Fewer levels of management means less cost.",
    "A significant section of people in the village are using it.",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });

  it("are found in a long text without stops in time that grows with its length", () => {
    const timeAt = (words: number): number => {
      const tokens = tokensOf("the old house rules of our town need ".repeat(words / 8));
      return cpuMsOf(() => syntaxReports(tokens));
    };
    timeAt(4_000);
    // Four times the text: four times the work, where the square would be sixteen times.
    expect(timeAt(32_000)).toBeLessThan(9 * timeAt(8_000) + 50);
  });
});
