import { describe, expect, it } from "vitest";
import type { Finding } from "#worker/core/checks/finding.ts";
import { earlierFingerprints, fingerprint } from "#worker/core/issues/fingerprint.ts";
import { makeFinding } from "./issue-samples.ts";

/** A grammar Finding about `slip` in the text. */
function slipIn(text: string, slip: string, fields: Partial<Finding> = {}): [Finding, string] {
  const start = text.indexOf(slip);
  const range = { start, end: start + slip.length };
  return [makeFinding({ check: "grammar", rule: "grammar/repeated-word", text: slip, subject: slip, range, ...fields }), text];
}
const same = (one: [Finding, string], other: [Finding, string]) => fingerprint(...one) === fingerprint(...other);

describe("the fingerprint of a misspelling", () => {
  const here: [Finding, string] = [makeFinding(), "You will recieve it."];
  it("depends only on its word, not on position or message", () => {
    const elsewhere = makeFinding({ text: "Recieve", message: "Other words.", confidence: 0.3, suggestions: [], range: null });
    expect(same(here, [elsewhere, "Recieve more."])).toBe(true);
    expect(same(here, [makeFinding({ rule: "spelling/another-rule" }), ""])).toBe(true);
  });
  it("differs from another word's, and from another check's about the same word", () => {
    expect(same(here, [makeFinding({ subject: "recieved" }), "You will recieve it."])).toBe(false);
    expect(same(here, [makeFinding({ check: "links" }), "You will recieve it."])).toBe(false);
  });
});

describe("the fingerprint of a broken link", () => {
  const dead = makeFinding({ check: "links", rule: "links/not-found", subject: "https://a.example/menu", range: null });
  it("depends only on its target, not on the reason", () => {
    expect(same([dead, ""], [{ ...dead, rule: "links/server-error", message: "500" }, "any text"])).toBe(true);
    expect(same([dead, ""], [{ ...dead, subject: "https://a.example/menu#top" }, ""])).toBe(false);
  });
});

describe("the fingerprint of a grammar mistake", () => {
  const here = slipIn("We open the the doors at nine.", "the the");
  it("survives edits elsewhere in the text, capitals and punctuation beside it", () => {
    expect(same(here, slipIn("On Mondays we OPEN: the the “doors” at ten, or later.", "the the"))).toBe(true);
  });
  it("differs for the same mistake between other words", () => {
    expect(same(here, slipIn("We open the the windows at nine.", "the the"))).toBe(false);
    expect(same(here, slipIn("We close the the doors at nine.", "the the"))).toBe(false);
  });
  it("differs for another rule or another phrase between the same words", () => {
    expect(same(here, slipIn("We open the the doors at nine.", "the the", { rule: "grammar/other" }))).toBe(false);
    expect(same(here, slipIn("We open a a doors at nine.", "a a"))).toBe(false);
  });
  it("handles the edges of a text, and a text without words", () => {
    expect(fingerprint(...slipIn("the the", "the the"))).toMatch(/^\S{16,}$/);
    expect(same(slipIn("the the", "the the"), slipIn("– the the …", "the the"))).toBe(true);
  });
  it("is the same with any number beside it or in it", () => {
    const many = slipIn("Of the the 1,204 visitors many came.", "the the");
    expect(same(many, slipIn("Of the the 999 visitors many came.", "the the"))).toBe(true);
    expect(same(many, slipIn("Of the the visitors many came.", "the the"))).toBe(false);
    expect(same(slipIn("In 2024 we was 12 here.", "we was 12"), slipIn("In 2025 we was 7 here.", "we was 7"))).toBe(true);
  });
  it("has an earlier form only where numbers matter", () => {
    expect(earlierFingerprints(...slipIn("We open the the doors.", "the the"))).toEqual([]);
    expect(earlierFingerprints(...slipIn("Of the the 12 doors.", "the the"))).toHaveLength(1);
  });
  it("is equal for composed and decomposed letters", () => {
    expect(same(slipIn("café the the bar", "the the"), slipIn("cafe\u0301 the the bar", "the the"))).toBe(true);
  });
});
