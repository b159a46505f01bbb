import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { partedWords } from "#worker/core/checks/grammar/sequences/parted-words.ts";

const fixesOf = (text: string, isWord = true) =>
  partedWords(tokensOf(text), () => isWord).flatMap(({ suggestions }) => suggestions);

describe("words that are written as two", () => {
  it.each([
    ["She is on the pay roll of the mill.", "payroll"],
    ["You can down load the menu here.", "download"],
    ["There fore we close at noon.", "Therefore"],
    ["The new soft ware is ready.", "software"],
    ["We moved to a quiet neighbor hood.", "neighborhood"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "The law suits my temper.",
    "They sell it in consistent sizes.",
    "We like to be stowed away.",
    "Some times are busier than others.",
    "She gave the hand over to them.",
    "He works in a bank note by note.",
    "Soft, ware for the kitchen.",
    "The Pay Roll Bakery is open.",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });

  it("leaves them alone if the one word is in no dictionary", () => {
    expect(fixesOf("She is on the pay roll of the mill.", false)).toEqual([]);
  });
});
