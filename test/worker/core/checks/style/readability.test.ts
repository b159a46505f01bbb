import { describe, expect, it } from "vitest";
import { readingGrade } from "#worker/core/checks/style/readability.ts";

const text = (words: string) => ({ kind: "paragraph" as const, text: words, language: "en-GB" as const });
const EASY = "The cat sat on the mat. It was a warm day and the sun was out. We had tea and cake. ".repeat(6);
const HARD =
  "The implementation of organisational communication infrastructure necessitates considerable interdepartmental coordination, notwithstanding previously established administrative responsibilities and contractual obligations. ".repeat(
    8,
  );

describe("readingGrade", () => {
  it("rises with the length of words and sentences", () => {
    expect(readingGrade([text(EASY)])).toBeLessThanOrEqual(2);
    expect(readingGrade([text(HARD)])).toBeGreaterThan(16);
  });

  it("is near what others give for known prose", () => {
    // The opening of the Gettysburg Address: published grades are 10 to 11.
    const address =
      "Four score and seven years ago our fathers brought forth upon this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that field, as a final resting place for those who here gave their lives that that nation might live. It is altogether fitting and proper that we should do this.";
    const grade = readingGrade([text(address)]) ?? 0;
    expect(grade).toBeGreaterThanOrEqual(9);
    expect(grade).toBeLessThanOrEqual(12);
  });

  it("says nothing of little text, of menus and of other languages", () => {
    expect(readingGrade([])).toBeNull();
    expect(readingGrade([text("We bake bread every day of the week.")])).toBeNull();
    expect(readingGrade([{ ...text(EASY), language: "de" }])).toBeNull();
    expect(readingGrade(Array.from({ length: 300 }, () => text("About us")))).toBeNull();
    expect(readingGrade([{ ...text(EASY), kind: "button" as const }])).toBeNull();
    expect(readingGrade([{ ...text(EASY), language: null }])).toBeNull();
  });
});
