import { describe, expect, it } from "vitest";
import { correctSentence, sentenceOf, sentenceOfExcerpt } from "#worker/core/view/marks/sentence-of.ts";

const rangeOf = (text: string, part: string, from = 0) => {
  const start = text.indexOf(part, from);
  return { start, end: start + part.length };
};

describe("sentenceOf", () => {
  it("returns the whole sentence with the mistake at its place, not at the first like it", () => {
    const text = "First one. I saw a apple and a pear. Last one.";
    const range = rangeOf(text, "a", text.indexOf("apple") - 2);
    expect(sentenceOf(text, range)).toEqual({ before: "I saw ", mistake: "a", after: " apple and a pear.", isWhole: true });
  });

  it("returns both sentences of a mistake between them", () => {
    const text = "We came. we saw. We won.";
    expect(sentenceOf(text, rangeOf(text, ". we"))).toMatchObject({ before: "We came", after: " saw." });
  });

  it("shows gaps as an ellipsis and says that the sentence is not whole", () => {
    const text = "Run \uFFFC and recieve it.";
    expect(sentenceOf(text, rangeOf(text, "recieve"))).toEqual({
      before: "Run … and ",
      mistake: "recieve",
      after: " it.",
      isWhole: false,
    });
  });

  it("returns null for a text without full stops and for a range of another text", () => {
    const text = `${"word ".repeat(400)}recieve`;
    expect(sentenceOf(text, rangeOf(text, "recieve"))).toBeNull();
    expect(sentenceOf("Short.", { start: 3, end: 30 })).toBeNull();
    expect(sentenceOf("Short.", { start: 3, end: 3 })).toBeNull();
  });
});

describe("correctSentence", () => {
  it.each([
    ["You will recieve it.", "recieve", "receive", "You will receive it."],
    ["We open the the doors.", "the the", "the", "We open the doors."],
    ["It is very, very good.", ", very", "", "It is very good."],
    ["It is good very.", "very", "", "It is good."],
    ["Very good it is.", "Very", "", "good it is."],
    ["Price in $.", "$", "$& or $1", "Price in $& or $1."],
  ])("corrects %s", (excerpt, mistake, suggestion, expected) => {
    expect(correctSentence(sentenceOfExcerpt(excerpt, mistake), suggestion)).toBe(expected);
  });

  it("returns null if the mistake is not in the sentence", () => {
    expect(correctSentence(sentenceOfExcerpt("Our menu", "https://mill.example/menu"), "https://mill.example/")).toBeNull();
  });

  it("says that a cut excerpt is not whole", () => {
    expect(sentenceOfExcerpt("… and recieve it.", "recieve").isWhole).toBe(false);
    expect(sentenceOfExcerpt("You recieve it.", "recieve").isWhole).toBe(true);
  });
});
