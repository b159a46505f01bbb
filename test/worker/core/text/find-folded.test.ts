import { describe, expect, it } from "vitest";
import { findFolded } from "#worker/core/text/find-folded.ts";

describe("findFolded", () => {
  it.each<[text: string, wanted: string, found: string | null]>([
    ["We SELL Bread.", "sell bread", "SELL Bread"],
    ["It’s ours", "it's", "It’s"],
    ["İstanbul is big", "is big", "is big"],
    ["𝒳 then ÄPFEL", "äpfel", "ÄPFEL"],
    ["so\u00ADft", "soft", "so\u00ADft"],
    ["nothing", "no thing", null],
    ["nothing", "", null],
  ])("in %j: %j", (text, wanted, found) => {
    const range = findFolded(text, wanted);
    expect(range && text.slice(range.start, range.end)).toBe(found);
  });
});
