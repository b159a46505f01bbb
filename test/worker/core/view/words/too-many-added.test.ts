import { describe, expect, it } from "vitest";
import { tooManyAdded } from "#worker/core/view/words/too-many-added.ts";

describe("tooManyAdded", () => {
  it.each([
    [3_600_000, "60 minutes"],
    [1_140_001, "20 minutes"],
    [60_000, "1 minute"],
    [0, "1 minute"],
  ])("names the minutes to wait for %i ms", (windowMs, wait) => {
    expect(tooManyAdded("sites", windowMs)).toBe(`You added many sites in a short time. Try again in ${wait}.`);
  });
});
