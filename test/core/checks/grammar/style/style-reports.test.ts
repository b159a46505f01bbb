import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { createCheckGrammar } from "#worker/core/checks/grammar/check-grammar.ts";
import { STYLE_RULES, type StyleRule } from "#worker/core/style-rules.ts";

const check = createCheckGrammar(
  async () => [],
  () => true,
);
const LONG = `${"The cat sat on the mat and ".repeat(6)}slept.`;

async function advice(text: string, styleRules: readonly StyleRule[], kind: "paragraph" | "heading" = "paragraph") {
  const findings = await check({ text, kind }, "en-US", { styleRules });
  return findings.map(({ rule, text: wrong, suggestions }) => [rule, wrong, suggestions[0]]);
}

describe("advice about style", () => {
  it.each<[StyleRule, string, string, string | undefined]>([
    ["wordiness", "We do it in order to help.", "in order to", "to"],
    ["wordiness", "Due to the fact that it rains, we stay.", "Due to the fact that", "Because"],
    ["passive", "Mistakes were made.", "were made", undefined],
    ["passive", "It has been widely seen.", "been widely seen", undefined],
    ["sensitive", "Ask the chairman about it.", "chairman", "chair"],
    ["readability", LONG, LONG.slice(0, -1), undefined],
  ])("on %s is given of %j", async (rule, text, wrong, right) => {
    expect(await advice(text, [rule])).toContainEqual([`grammar/style-${rule}`, wrong, right]);
    expect(await advice(text, [])).toEqual([]);
    expect(
      await advice(
        text,
        STYLE_RULES.filter((other) => other !== rule),
      ),
    ).not.toContainEqual([`grammar/style-${rule}`, wrong, right]);
  });

  it("is never mailed", async () => {
    const findings = await check({ text: `${LONG} Mistakes were made in order to help.`, kind: "paragraph" }, "en-US", {
      styleRules: STYLE_RULES,
    });
    expect(findings.length).toBeGreaterThan(2);
    for (const { confidence } of findings) expect(confidence).toBeLessThan(MAIL_CONFIDENCE);
  });

  it.each(["We help people.", "The cake is good, and Ann has eaten it.", "He was tall, and we were there."])(
    "leaves %j alone",
    async (text) => {
      expect(await advice(text, STYLE_RULES)).toEqual([]);
    },
  );

  it("says nothing of a heading", async () => {
    expect(await advice("What was made in order to help", STYLE_RULES, "heading")).toEqual([]);
  });
});
