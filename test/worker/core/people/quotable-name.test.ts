import { describe, expect, it } from "vitest";
import { quotableName } from "#worker/core/people/quotable-name.ts";

describe("quotableName", () => {
  it.each([
    ["Harbour Bakery", "Harbour Bakery"],
    ["Müller & Söhne GmbH", "Müller & Söhne GmbH"],
    ["anna@harbour.example", "anna\u200c@harbour.\u200cexample"],
    ["  two\nlines\u2028\u202e ", "two lines"],
  ])("keeps %s, and makes no link of it", (name, shown) => {
    expect(quotableName(name)).toBe(shown);
  });

  it.each([
    "",
    "https://evil.example/win",
    "Go to www.evil.example",
    "you-have-won-a-prize@evil.example",
    "you.have.won.a.prize.evil.example",
    "Call 0800 1234567 now",
    "x".repeat(61),
  ])("refuses %s, which could carry a message", (name) => {
    expect(quotableName(name)).toBeNull();
  });
});
