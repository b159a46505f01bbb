import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { wordReports } from "#worker/core/checks/grammar/linters/word-reports.ts";

const reportsOf = (text: string) =>
  wordReports(tokensOf(text), () => true).filter(({ rule }) => rule === "grammar/repeated-word");

describe("repeated words", () => {
  it.each([
    ["We sell the the best bread.", "the the", 0.9],
    ["You can pay in in cash.", "in in", 0.9],
    ["We live in in the valley.", "in in", 0.9],
    ["Our our prices are low.", "Our our", 0.9],
    ["Ask for a brochure brochure today.", "brochure brochure", 0.85],
    ["We open every week week in May.", "week week", 0.5],
    ["We are committed to the committed to the growth of all.", "committed to the committed to the", 0.85],
  ])("reports “%s”", (text, repeated, confidence) => {
    expect(reportsOf(text)).toMatchObject([
      { confidence, start: text.indexOf(repeated), end: text.indexOf(repeated) + repeated.length },
    ]);
  });

  it.each([
    "You can log in in two ways.",
    "We get everything in in less time.",
    "We come in in the morning and log on on the tablet.",
    "The place we went to to eat was full.",
    "What it is is a small shop.",
    "All that there was was tea.",
    "The chow chow is a calm dog.",
    "We sing the green green grass of home.",
    "It was a love love love song.",
    "We serve gado gado and bang bang chicken.",
    "He had had a shop, and bye bye.",
    "We visited Baden Baden.",
    "Surprise surprise, the shop is open.",
    "We do do birthday cakes.",
    "The road goes on and on and on and on.",
    "Take a look at at least one of the rooms.",
    "The hall was part of of course the old school.",
  ])("leaves “%s” alone", (text) => {
    expect(reportsOf(text)).toEqual([]);
  });
});
