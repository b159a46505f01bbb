import { describe, expect, it } from "vitest";
import { cpuMsOf } from "#test/support/growth/cpu-ms-of.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { slotReports } from "#worker/core/checks/grammar/slots/slot-reports.ts";

const fixesOf = (text: string) =>
  slotReports(tokensOf(text), () => true).map(({ start, end, suggestions }) => `${text.slice(start, end)} → ${suggestions[0]}`);

describe("words that do not fit their place", () => {
  it.each([
    ["I scrolled trough the document.", "trough → through"],
    ["I could nit do it.", "nit → not"],
    ["He bough a new car.", "bough → bought"],
    ["Please discus the next steps with us.", "discus → discuss"],
    ["It shout be fixed now.", "shout → should"],
    ["I can attache a photo.", "attache → attach"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "The trough is full of water.",
    "Barley bread is what we bake.",
    "A bough of the old tree fell.",
    "The swale holds the rain.",
    "Their shout woke us.",
    "He threw the discus.",
    "Log in with your name.",
    "It links to the bears section.",
    "All functions start with an equals sign.",
    "It necessitated thorough cleaning.",
    "He laughs, she sings, and the cat purrs by the fire.",
    "The multiply instructions give the same result.",
    "The top row has one large photo full width 480px height.",
    "Choices are made with weighted, or Pugh, matrices.",
    "Write down your name, signature (typed) and date.",
    "He is looking for someone to geek out about trains with.",
    "These systems are large enough for deployment in programmes to handle crowds.",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });

  it("takes time that grows with the text", () => {
    const timeAt = (words: number): number => {
      const tokens = tokensOf("the old bough rules of our town need ".repeat(words / 8));
      return cpuMsOf(() => slotReports(tokens, () => true));
    };
    timeAt(4_000);
    // Four times the text: four times the work, where the square would be sixteen times.
    expect(timeAt(16_000)).toBeLessThan(9 * timeAt(4_000) + 50);
  });
});
