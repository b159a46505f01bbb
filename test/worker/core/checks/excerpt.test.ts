import { describe, expect, it } from "vitest";
import { excerptAround, sentencesOf } from "#worker/core/checks/excerpt.ts";
import { findWhole } from "#worker/core/text/find-whole.ts";

function excerptOf(text: string, part: string): string {
  const start = text.indexOf(part);
  return excerptAround(text, { start, end: start + part.length });
}

describe("excerptAround", () => {
  it("returns the sentence", () => {
    expect(excerptOf("First one. The second is here! A third.", "second")).toBe("The second is here!");
  });

  it("returns both sentences that a range touches", () => {
    expect(excerptOf("Zero. One ends. Two begins. Three.", "ends. Two")).toBe("One ends. Two begins.");
  });

  it("does not end a sentence at an abbreviation", () => {
    expect(excerptOf("We met Mr. Smith in St. Louis today. Then left.", "Louis")).toBe("We met Mr. Smith in St. Louis today.");
  });

  it.each(["begin", "middle", "finish"])("cuts a long sentence at words around %j", (part) => {
    const text = `begin ${"word ".repeat(60)}middle ${"word ".repeat(60)}finish`;
    const excerpt = excerptOf(text, part);
    expect(excerpt).toContain(part);
    expect(excerpt.length).toBeLessThanOrEqual(230);
    expect(
      excerpt
        .replace(/^… | …$/gu, "")
        .split(" ")
        .every((word) => ["begin", "word", "middle", "finish"].includes(word)),
    ).toBe(true);
    expect(excerpt.includes("…")).toBe(true);
  });

  it("keeps a range longer than an excerpt complete", () => {
    const text = "long ".repeat(100).trim();
    expect(excerptAround(text, { start: 0, end: text.length })).toBe(text);
  });

  it("finds the sentences of each range in a long text", () => {
    const sentences = Array.from({ length: 40 }, (_, at) => `Sentence number ${at} is here. `);
    const text = sentences.join("").trim();
    for (let start = 0; start + 3 <= text.length; start += 7) {
      const touched = sentencesOf(text).filter((one) => one.start < start + 3 && one.end > start);
      const expected = text.slice(touched[0]?.start, touched.at(-1)?.end).trim();
      expect(excerptAround(text, { start, end: start + 3 })).toBe(expected);
    }
  });

  it.each([
    ["We open in a week and need a assistant.", "a assistant", "a", "… week and need a assistant."],
    ["It is big, is new, and all rooms is warm.", "is warm", "is", "… new, and all rooms is warm."],
    ["Say a a hour.", "a hour", "a", "… a hour."],
    ["Anna has a cat. She needs a hour.", "a hour", "a", "She needs a hour."],
    ["We need a hour or a day.", "a hour", "a", "We need a hour or a day."],
    ["An apple needs a hour.", "a hour", "a", "An apple needs a hour."],
    ["to to to the shop", "to to the", "to to", "… to to the shop"],
  ])("begins %j after an earlier place that would be taken for “%s”", (text, place, mistake, expected) => {
    const start = text.lastIndexOf(place);
    const excerpt = excerptAround(text, { start, end: start + mistake.length });
    expect(excerpt).toBe(expected);
    expect(findWhole(excerpt, mistake)).toBe(excerpt.indexOf(place));
  });

  it("lets the mistake be found wherever it is in a long text", () => {
    const text = "the cat and the dog saw a hen on the roof of the shop at the end of the long road ".repeat(6).trim();
    for (const { index } of text.matchAll(/the/gu)) {
      const excerpt = excerptAround(text, { start: index, end: index + 3 });
      const found = findWhole(excerpt, "the") ?? -1;
      const after = excerpt.slice(found).replace(/ …$/u, "");
      expect(text.startsWith(after, index)).toBe(true);
    }
  });

  it("splits each new text into sentences", () => {
    expect(excerptOf("One here. Two.", "Two")).toBe("Two.");
    expect(excerptOf("Another text. With two.", "two")).toBe("With two.");
    expect(excerptOf("One here. Two.", "One")).toBe("One here.");
  });
});
