import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { findSplitWords } from "#worker/core/checks/spelling/split-words.ts";

describe("findSplitWords", () => {
  it.each([
    ["We did it with out help.", "with out", "without"],
    ["Any where you go", "Any where", "Anywhere"],
    ["They work to gether.", "to gether", "together"],
    ["Please give me an other one.", "an other", "another"],
    ["It happened be cause of rain.", "be cause", "because"],
    ["The door it self is open.", "it self", "itself"],
    ["Through out the year", "Through out", "Throughout"],
  ])("tells the split word in %j", (text, written, right) => {
    const [finding, ...more] = findSplitWords(text, "en-US");
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: "spelling/split-word", text: written, suggestions: [right] });
    expect(finding?.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
    expect(text.slice(finding?.range?.start, finding?.range?.end)).toBe(written);
  });

  it.each([
    "We come with in-house staff and with in and out trays.",
    "A car with out of date papers, and one with out-of-date tyres",
    "My self-esteem, her self-control and it self-destructs",
    "Every one of us and any one of them",
    "I don't want any more, thank you.",
    "Twenty per cent of our web sites are on line.",
    "How ever did you do that, and what ever for?",
    "A query with no where clause",
    "The one with out on it",
    "Not an otherwise good day, to gather wood",
    "Without, within, always, already and together",
    "The man being, be causes what they may",
    "Some things never change.",
    "If thou ask any thing, he heareth thee.",
    "They live in Al Waysville.",
    "GOING FURTHER More is told in the next chapter.",
  ])("leaves %j alone", (text) => {
    expect(findSplitWords(text, "en-GB")).toEqual([]);
  });

  it.each(["The gardeners you interact with in the app", "Some times are busier than others."])(
    "only asks about %j",
    (text) => {
      const [finding] = findSplitWords(text, "en-GB");
      expect(finding).toMatchObject({ severity: "hint" });
      expect(finding?.confidence).toBeLessThan(MAIL_CONFIDENCE);
    },
  );

  it("knows English only", () => {
    expect(findSplitWords("with out", "de")).toEqual([]);
  });
});
