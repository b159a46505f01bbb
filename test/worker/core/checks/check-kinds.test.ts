import { describe, expect, it } from "vitest";
import {
  CHECK_IDS,
  CHECK_KINDS,
  completeCounts,
  isCheckId,
  isTextCheck,
  needsTexts,
  TEXT_CHECK_IDS,
  zeroOfEach,
} from "#worker/core/checks/check-kinds.ts";

describe("CHECK_KINDS", () => {
  it("gives each check words of its own", () => {
    const kinds = Object.values(CHECK_KINDS);
    for (const field of ["heading", "label", "mailNoun"] as const) {
      expect(new Set(kinds.map((kind) => kind[field])).size).toBe(kinds.length);
    }
    expect(kinds.filter(({ nouns: [one, many] }) => one === many)).toEqual([]);
  });

  it("tells checks of texts from the check of links", () => {
    expect(CHECK_IDS.filter((id) => !isTextCheck(id))).toEqual(["style", "links"]);
    expect(CHECK_IDS.filter((id) => !needsTexts(id))).toEqual(["links"]);
    expect([...TEXT_CHECK_IDS, "style", "links"].toSorted()).toEqual(CHECK_IDS.toSorted());
  });

  it("takes no inherited name for a check", () => {
    expect(["links", "toString", "__proto__", "Links", ""].filter(isCheckId)).toEqual(["links"]);
  });
});

describe("zeroOfEach", () => {
  it("counts each check at zero, in the order of the table", () => {
    expect(Object.entries(zeroOfEach())).toEqual(CHECK_IDS.map((id) => [id, 0]));
  });

  it("gives a new object each time", () => {
    const counts = zeroOfEach();
    counts.links += 1;
    expect(zeroOfEach().links).toBe(0);
  });
});

describe("completeCounts", () => {
  it("adds the checks that are missing and drops those it does not know", () => {
    expect(completeCounts({ links: 3, "not-a-check": 4 })).toEqual({ ...zeroOfEach(), links: 3 });
  });
});
