import { describe, expect, it } from "vitest";
import { excerptAround } from "#worker/core/checks/excerpt.ts";

function excerptOf(text: string, part: string): string {
  const start = text.indexOf(part);
  return excerptAround(text, { start, end: start + part.length });
}

describe("excerptAround", () => {
  it("gives the sentence", () => {
    expect(excerptOf("First one. The second is here! A third.", "second")).toBe("The second is here!");
  });

  it("gives both sentences of a range across them", () => {
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

  it("holds a range longer than any excerpt whole", () => {
    const text = "long ".repeat(100).trim();
    expect(excerptAround(text, { start: 0, end: text.length })).toBe(text);
  });
});
