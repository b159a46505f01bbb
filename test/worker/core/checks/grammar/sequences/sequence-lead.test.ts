import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { leadOfFix } from "#worker/core/checks/grammar/sequences/sequence-lead.ts";

/** Returns the lead of a correction of the words from `from` up to `to`, where the first word is 1 (0 is the edge). */
const leadOf = (text: string, from: number, to: number, fix: string) => leadOfFix(tokensOf(text), { from, to, fix });

describe("the lead of a correction in the table of neighbours", () => {
  it("is high where the text is unusual and the correction usual", () => {
    expect(leadOf("We want too go home.", 3, 4, "to")).toBeGreaterThan(3);
  });

  it("is below zero where the text is usual as it is", () => {
    expect(leadOf("We want to go home.", 3, 4, "too")).toBeLessThan(-3);
  });

  it("judges corrections of more words, and of fewer", () => {
    expect(leadOf("We want go home.", 3, 4, "to go")).toBeGreaterThan(0);
    expect(leadOf("We want to to go home.", 3, 5, "to")).toBeGreaterThan(0);
  });

  it("is zero for what is written, at the edges of a text, too", () => {
    expect(leadOf("Go home.", 1, 2, "go")).toBeCloseTo(0);
    expect(leadOf("Go home", 2, 3, "home")).toBeCloseTo(0);
  });
});
