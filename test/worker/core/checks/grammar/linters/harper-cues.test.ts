import { describe, expect, it } from "vitest";
import { HARPER_CUES, hasHarperCue } from "#worker/core/checks/grammar/linters/harper-cues.ts";
import { HARPER_RULE_NAMES } from "#worker/core/checks/grammar/linters/harper-reports.ts";

describe("hasHarperCue", () => {
  it("has a cue for each of the chosen rules, and for no other", () => {
    expect(Object.keys(HARPER_CUES).sort()).toEqual([...HARPER_RULE_NAMES].sort());
  });

  it.each(["It’s much larger then that.", "I’ve looking at it.", "They HAVE WENT home.", "It allows to see it."])(
    "asks about %j",
    (text) => {
      expect(hasHarperCue(text)).toBe(true);
    },
  );

  it.each([
    "Then we went home.",
    "We have looked at it and they allow it.",
    "If you have swelling, ring us.",
    "The days are not longer but shorter.",
    "",
  ])("does not ask about %j", (text) => {
    expect(hasHarperCue(text)).toBe(false);
  });
});
