import { describe, expect, it } from "vitest";
import {
  CHECK_IDS,
  CHECK_KINDS,
  completeCounts,
  isCheckId,
  isTextCheck,
  needsTexts,
  TEXT_CHECK_IDS,
  zeroCounts,
} from "#worker/core/checks/check-kinds.ts";

describe("CHECK_KINDS", () => {
  it("gives each check its own words", () => {
    const kinds = Object.values(CHECK_KINDS);
    for (const field of ["heading", "label", "mailNoun"] as const) {
      expect(new Set(kinds.map((kind) => kind[field])).size).toBe(kinds.length);
    }
    expect(kinds.filter(({ nouns: [one, many] }) => one === many)).toEqual([]);
  });

  it("separates text checks from the link check", () => {
    expect(CHECK_IDS.filter((id) => !isTextCheck(id))).toEqual(["style", "links"]);
    expect(CHECK_IDS.filter((id) => !needsTexts(id))).toEqual(["links"]);
    expect([...TEXT_CHECK_IDS, "style", "links"].toSorted()).toEqual(CHECK_IDS.toSorted());
  });

  it("does not accept inherited property names as checks", () => {
    expect(["links", "toString", "__proto__", "Links", ""].filter(isCheckId)).toEqual(["links"]);
  });
});

describe("zeroCounts", () => {
  it("counts each check at zero, in the order of the table", () => {
    expect(Object.entries(zeroCounts())).toEqual(CHECK_IDS.map((id) => [id, 0]));
  });

  it("gives a new object each time", () => {
    const counts = zeroCounts();
    counts.links += 1;
    expect(zeroCounts().links).toBe(0);
  });
});

describe("completeCounts", () => {
  it("adds missing checks and drops unknown ones", () => {
    expect(completeCounts({ links: 3, "not-a-check": 4 })).toEqual({ ...zeroCounts(), links: 3 });
  });
});
