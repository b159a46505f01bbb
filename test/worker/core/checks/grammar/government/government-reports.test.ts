import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { governmentReports } from "#worker/core/checks/grammar/government/government-reports.ts";

const fixesOf = (text: string) =>
  governmentReports(tokensOf(text)).map(({ start, end, suggestions }) => `${text.slice(start, end)} → ${suggestions[0]}`);

describe("what follows verbs, adjectives and participles", () => {
  it.each([
    ["It depends of the weather.", "of → on"],
    ["The course consists to three parts.", "to → of"],
    ["We are interested on your work.", "on → in"],
    ["They are able of winning it.", "of winning → to win"],
    ["We enjoy to bake bread.", "to bake → baking"],
    ["They refused going home.", "going → to go"],
    ["My aunt is fond for strong tea.", "for → of"],
    ["Do not hesitate to calling us.", "to calling → to call"],
    ["She was deprived to food and water.", "to → of"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "It depends for its income on the weather.",
    "It depends, of course, on the weather.",
    "It consists of music composed from 1600 to 1750.",
    "Our room is different to yours.",
    "The oven needs cleaning.",
    "We listen to the radio in the morning.",
    "It is comparable to last summer’s bill.",
    "She was referred for a check.",
    "The meeting will usually close with another short game.",
    "Your booking belongs with the others of that day.",
    "He was prepared to not be paid for it.",
    "He was too involved to leave the table.",
    "The judge is too aware for such tricks.",
    "It seemed for a while that nothing would grow.",
    "It was kind of your sister to wait.",
    "We inform the interested about plans for the harbour.",
    "We say sorry to him when we are late.",
    "She desires healing wherever it is needed.",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });
});
