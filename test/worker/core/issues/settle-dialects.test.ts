import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { DIALECT_USE_RULES } from "#worker/core/checks/spelling/dialect-uses.ts";
import { MIXED_DIALECTS_RULE, settleDialects } from "#worker/core/issues/settle-dialects.ts";
import { makeFinding } from "./issue-samples.ts";

let block = 0;
/** A word in a text of its own. */
function use(camp: keyof typeof DIALECT_USE_RULES, word: string, other: string, inBlock = `b${block++}`) {
  const excerpt = `The ${word} is here.`;
  const finding = makeFinding({
    rule: DIALECT_USE_RULES[camp],
    confidence: 0,
    text: word,
    subject: word,
    suggestions: [other],
    excerpt,
  });
  return { finding, block: inBlock };
}
const colour = () => use("british", "colour", "color");
const color = () => use("american", "color", "colour");
const centre = () => use("british", "centre", "center");

describe("settleDialects", () => {
  it("reports nothing on a site that keeps to either spelling", () => {
    expect(settleDialects([colour(), colour(), centre()], "auto")).toEqual([]);
    expect(settleDialects([color(), color()], "auto")).toEqual([]);
  });

  it("makes one finding of all words in the minority spelling", () => {
    const settled = settleDialects([colour(), color(), centre(), use("american", "traveler", "traveller"), colour()], "auto");
    expect(settled.map(({ finding }) => finding.subject)).toEqual(["mixed-dialects", "mixed-dialects"]);
    expect(settled[0]?.finding).toMatchObject({ rule: MIXED_DIALECTS_RULE, text: "color", suggestions: ["colour"] });
    expect(settled[0]?.finding.message).toBe(
      "Your site is in British English but also uses American spellings: both “colour” and “color”, “traveler” for “traveller”.",
    );
    expect(settled[0]?.finding.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
  });

  it("is less confident if no word occurs in both spellings", () => {
    const [first] = settleDialects([colour(), colour(), use("american", "traveler", "traveller")], "auto");
    expect(first?.finding.confidence).toBeLessThan(MAIL_CONFIDENCE);
  });

  it("counts a text once, even if it is on many pages", () => {
    const everywhere = Array.from({ length: 9 }, () => use("american", "color", "colour", "nav"));
    const settled = settleDialects([...everywhere, colour(), centre()], "auto");
    expect(settled).toHaveLength(9);
    expect(settled[0]?.finding.message).toContain("in British English");
  });

  it("follows the owner's setting", () => {
    const [first] = settleDialects([colour(), colour(), color()], "en-US");
    expect(first?.finding).toMatchObject({ text: "colour", suggestions: ["color"] });
    expect(settleDialects([colour()], "en-AU")).toEqual([]);
  });

  it("names a few pairs and counts the rest", () => {
    const strays = ["color", "flavor", "honor", "humor", "labor", "rumor", "vapor"].map((word) =>
      use("american", word, word.replace("or", "our")),
    );
    const settled = settleDialects([...Array.from({ length: 8 }, colour), ...strays], "auto");
    expect(settled[0]?.finding.message).toMatch(/“labor” for “labour” and 2 more\.$/u);
  });

  it("drops hints about English from single texts, and keeps everything else", () => {
    const english = makeFinding({
      rule: "spelling/other-dialect",
      message: "“colour” is the British spelling, but we check this text as American English.",
    });
    const german = makeFinding({
      rule: "spelling/other-dialect",
      message: "“Strasse” is the Swiss spelling, but we check this text as standard German.",
    });
    const other = makeFinding();
    const settled = settleDialects(
      [english, german, other].map((finding) => ({ finding, block: "b" })),
      "auto",
    );
    expect(settled.map(({ finding }) => finding)).toEqual([german, other]);
  });
});
