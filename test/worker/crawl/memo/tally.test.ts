import { describe, expect, it } from "vitest";
import type { Finding } from "#worker/core/checks/finding.ts";
import { createTally } from "#worker/crawl/memo/tally.ts";

const LEFT_OVER: Finding = {
  check: "content",
  rule: "content/placeholder",
  severity: "warning",
  confidence: 0.9,
  message: "Placeholder text was left in.",
  text: "Lorem ipsum dolor",
  suggestions: [],
  excerpt: "Lorem ipsum dolor sit amet",
  range: { start: 0, end: 17 },
  subject: "lorem ipsum",
};

describe("createTally", () => {
  it("says which texts are in a language that is not checked, but not of filler Latin", () => {
    const tally = createTally();
    tally.countChecked([
      { hash: "a", language: "en-GB", findings: [] },
      { hash: "b", language: null, findings: [] },
      { hash: "c", language: null, findings: [LEFT_OVER] },
    ]);
    expect(tally.notChecked()).toEqual([expect.objectContaining({ code: "language", count: 1 })]);
    expect(tally.read).toMatchObject({ checkedBlocks: 3, findings: 1 });
  });
});
