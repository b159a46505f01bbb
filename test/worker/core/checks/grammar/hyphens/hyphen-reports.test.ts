import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { hyphenReports } from "#worker/core/checks/grammar/hyphens/hyphen-reports.ts";

const fixesOf = (text: string) => hyphenReports(text, tokensOf(text)).map(({ suggestions }) => suggestions[0]);

describe("words that are written with a hyphen", () => {
  it.each([
    ["We built a state of the art kitchen.", "state-of-the-art"],
    ["He is a very soft spoken man.", "soft-spoken"],
    ["Our well behaved dogs love children.", "well-behaved"],
    ["I double checked the goods.", "double-checked"],
    ["You should never force feed them.", "force-feed"],
    ["The hall got a much needed coat of paint.", "much-needed"],
    ["The mock up of the page is ready.", "mock-up"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "The kitchen is state of the art.",
    "We built a state-of-the-art kitchen.",
    "The dogs behaved well.",
    "The walk in the park was fun.",
    "They mock up pages.",
    "The spot checked by us was clean.",
    "Well behaved as they are, dogs bark.",
    "This leads to long term growth.",
    "Nurses are exposed to high risk drugs.",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });
});
