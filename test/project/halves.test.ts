import { describe, expect, it } from "vitest";
import { halfFrom, halfOf } from "#test/bench/language/halves.ts";

describe("halfOf", () => {
  it("puts a row into the same half every time", () => {
    expect(halfOf(["recieve", "receive"])).toBe(halfOf(["recieve", "receive"]));
  });

  it("splits rows about evenly", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [`row ${index}`]);
    const development = rows.filter((row) => halfOf(row) === "development").length;
    expect(development).toBeGreaterThan(430);
    expect(development).toBeLessThan(570);
  });
});

describe("halfFrom", () => {
  it("reads the half, and refuses an unknown name", () => {
    expect(halfFrom(["folder", "--half", "aside"])).toBe("aside");
    expect(halfFrom(["folder"])).toBe("development");
    expect(() => halfFrom(["--half", "both"])).toThrow("--half is one of");
  });
});
