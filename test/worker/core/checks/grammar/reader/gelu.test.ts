import { describe, expect, it } from "vitest";
import { gelu } from "#worker/core/checks/grammar/reader/gelu.ts";

describe("gelu", () => {
  it.each([
    [-8, 0],
    [-1, -0.158655],
    [0, 0],
    [0.5, 0.345731],
    [1, 0.841345],
    [2, 1.9545],
    [8, 8],
  ])("of %d is %d", (x, value) => {
    expect(gelu(x)).toBeCloseTo(value, 4);
  });
});
