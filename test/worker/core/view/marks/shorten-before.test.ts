import { describe, expect, it } from "vitest";
import { shortenBefore } from "#worker/core/view/marks/shorten-before.ts";

describe("shortenBefore", () => {
  it("leaves a short text as it is", () => {
    expect(shortenBefore("You will ")).toBe("You will ");
  });

  it("keeps the end of a long text, from a whole word", () => {
    const short = shortenBefore(`${"Once upon a time ".repeat(20)}we `);
    expect(short).toMatch(/^… (Once|upon|a|time) .*we $/);
    expect(short.length).toBeLessThan(62);
  });

  it("cuts a text without spaces, and never half of a character", () => {
    expect(shortenBefore("漢".repeat(200))).toBe(`…${"漢".repeat(56)}`);
    expect(shortenBefore(`x${"😀".repeat(100)}y`).isWellFormed()).toBe(true);
  });
});
