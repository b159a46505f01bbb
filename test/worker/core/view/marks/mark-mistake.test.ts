import { describe, expect, it } from "vitest";
import { markMistake } from "#worker/core/view/marks/mark-mistake.ts";

const render = (excerpt: string, wrong: string) => {
  const { before, mistake, after } = markMistake(excerpt, wrong);
  return `${before}${mistake && `[${mistake}]`}${after}`;
};

describe("markMistake", () => {
  it.each([
    ["We recieve mail.", "recieve", "We [recieve] mail."],
    ["recieve", "recieve", "[recieve]"],
    ["Read the the book.", "the the", "Read [the the] book."],
    ["an apple a day", "a", "an apple [a] day"],
    ["“teh” end", "teh", "“[teh]” end"],
    ["unrecieved", "recieve", "un[recieve]d"],
    ["naïve café, cafe", "cafe", "naïve café, [cafe]"],
    ["𝐱teh teh", "teh", "𝐱teh [teh]"],
  ])("marks in %j the mistake %j", (excerpt, mistake, expected) => {
    expect(render(excerpt, mistake)).toBe(expected);
  });

  it.each([
    ["A sentence without it.", "recieve"],
    ["Recieve in capitals", "recieve"],
    ["anything", ""],
    ["", "a"],
  ])("leaves %j unmarked for %j", (excerpt, mistake) => {
    expect(render(excerpt, mistake)).toBe(excerpt);
  });

  it("loses no character of the excerpt", () => {
    const excerpt = "<b>teh</b> & teh 😀 teh";
    expect(Object.values(markMistake(excerpt, "teh")).join("")).toBe(excerpt);
  });
});
