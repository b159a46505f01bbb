import { describe, expect, it } from "vitest";
import { cutAround } from "#worker/core/view/marks/cut-around.ts";
import { markMistake } from "#worker/core/view/marks/mark-mistake.ts";

const cut = (excerpt: string, mistake: string, most: number) => {
  const { before, mistake: marked, after } = cutAround(markMistake(excerpt, mistake), most);
  return `${before}[${marked}]${after}`;
};

describe("cutAround", () => {
  it("leaves a short text as it is", () => {
    expect(cut("You will recieve it.", "recieve", 40)).toBe("You will [recieve] it.");
  });

  it("cuts both sides between words", () => {
    const words = "one two three four five six seven eight nine ten";
    expect(cut(`${words} recieve ${words}`, "recieve", 37)).toBe("…eight nine ten [recieve] one two three…");
  });

  it("gives the room that one side does not need to the other", () => {
    const words = "one two three four five six seven eight nine ten";
    expect(cut(`Recieve ${words}`, "Recieve", 31)).toBe("[Recieve] one two three four five…");
    expect(cut(`${words} recieve`, "recieve", 30)).toBe("…seven eight nine ten [recieve]");
  });

  it("cuts a mistake that is too long itself, and a text without its mistake", () => {
    expect(cut("lorem ipsum dolor sit amet", "lorem ipsum dolor sit amet", 12)).toBe("[lorem ipsum…]");
    expect(cut("one two three four", "five", 9)).toBe("one two…[]");
  });

  it.each(["字", "😀"])("cuts text without spaces between its characters: %s", (character) => {
    for (const most of [7, 8, 9, 10]) {
      const shown = cut(`${character.repeat(20)}x${character.repeat(20)}`, "x", most);
      expect(shown).toMatch(/^….*\[x\].*…$/u);
      expect(shown.isWellFormed()).toBe(true);
    }
  });

  it("takes time in proportion to the text", () => {
    const { before, after } = cutAround({ before: " ".repeat(500_000), mistake: "x", after: " ".repeat(500_000) }, 160);
    expect(before.length + after.length).toBeLessThan(200);
  });
});
