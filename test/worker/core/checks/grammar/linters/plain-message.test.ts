import { describe, expect, it } from "vitest";
import { plainMessage } from "#worker/core/checks/grammar/linters/plain-message.ts";

describe("plainMessage", () => {
  it.each([
    ["Did you mean `there`?", "Did you mean “there”?"],
    ["Use 'apart from' here", "Use “apart from” here."],
    ["See <b>this</b> [rule](https://x.org).", "See this rule."],
    ["It's **not** *right*", "It's not right."],
  ])("makes %j plain", (message, plain) => {
    expect(plainMessage(message)).toBe(plain);
  });
});
