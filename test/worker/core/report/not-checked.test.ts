import { describe, expect, it } from "vitest";
import { listNotChecked, NOT_CHECKED_CODES } from "#worker/core/report/not-checked.ts";

const sentences = (count: number) =>
  listNotChecked(new Map(NOT_CHECKED_CODES.map((code) => [code, { count }]))).map(({ message }) => message);

describe("listNotChecked", () => {
  it("uses the singular for one", () => {
    const said = sentences(1)
      .filter((sentence) => sentence.includes("1 "))
      .join("\n");
    expect(said).toContain("We could not tell whether 1 link works");
    expect(said).toContain("We did not read 1 address that is not a web page");
    expect(said).toContain("We could not load 1 page. We keep what we knew about it.");
    expect(said).toContain("We did not check 1 text in a language that we do not support yet.");
    expect(said).not.toMatch(/\bthey\b|\bthem\b|\bhold\b|1 (?!address)\w+s\b/);
  });

  it("uses the plural for several", () => {
    const said = sentences(1200)
      .filter((sentence) => sentence.includes("1,200"))
      .join("\n");
    expect(said).toContain("We could not tell whether 1,200 links work");
    expect(said).not.toMatch(/ it is | it works|of it is|\bholds\b/);
  });

  it("leaves out zero counts", () => {
    expect(sentences(0)).toEqual([]);
  });
});
