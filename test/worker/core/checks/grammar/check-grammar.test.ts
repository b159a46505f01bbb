import { beforeAll, describe, expect, it } from "vitest";
import { type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { type CheckGrammar, createCheckGrammar } from "#worker/core/checks/grammar/check-grammar.ts";
import type { BlockKind } from "#worker/core/page/block.ts";
import { loadHarper } from "#worker/threads/check/load-harper.ts";
import { loadReader } from "#worker/threads/check/load-reader.ts";

let checkGrammar: CheckGrammar;

beforeAll(() => {
  checkGrammar = createCheckGrammar({
    lintWithHarper: loadHarper(),
    readSentence: loadReader(),
    isWord: (word) => word !== "udev",
  });
});

async function check(text: string, kind: BlockKind = "paragraph"): Promise<Finding[]> {
  const findings = await checkGrammar({ text, kind }, "en-US");
  for (const { range, text: wrong } of findings) expect(text.slice(range?.start, range?.end)).toBe(wrong);
  return findings;
}

describe("createCheckGrammar", { timeout: 30_000 }, () => {
  it.each([
    ["This is the the end of it.", "grammar/repeated-word", "the the", "the"],
    ["She ate a apple today.", "grammar/article", "a", "an"],
    ["It took a hour to get there.", "grammar/article", "a", "an"],
    ["Theyre not open on Monday.", "grammar/contraction", "Theyre", "They're"],
    ["I would of gone with them.", "grammar/verb-or-word-form", "would of", "would have"],
    ["This one is better then the other.", "grammar/usage", "then", "than"],
    ["The tool allows to check all pages.", "grammar/verb-or-word-form", "allows to check", undefined],
    ["He was suppose to come early.", "grammar/wrong-word", "suppose to", "supposed to"],
    ["We took advantage the offer.", "grammar/phrase", "advantage the", "advantage of the"],
    ["It’s price includes delivery to your door.", "grammar/wrong-word", "It’s", "Its"],
    ["We receive our flour from a mill and we bakes it.", "grammar/agreement", "bakes", "bake"],
    ["Alot of people says we make the best bread.", "grammar/agreement", "people says", "people say"],
    ["🙂🙂 It is is the the emoji’s fault.", "grammar/repeated-word", "the the", "the"],
  ])("tells the mistake in %j", async (text, rule, wrong, right) => {
    const found = (await check(text)).find((finding) => finding.rule === rule && finding.text === wrong);
    expect(found).toMatchObject({ check: "grammar", text: wrong });
    expect(found?.suggestions[0]).toBe(right);
    expect(found?.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
    expect(found?.message).toMatch(/^[^`*<>]+[.!?]$/u);
  });

  it.each([
    "This sentence has nothing wrong with it.",
    "We don’t think they’re wrong, and it isn't.",
    "I had had enough of all that that implies.",
    "Duran Duran played in Bora Bora.",
    "Will will notice this.",
    "An hour at a university with an MBA and a European user.",
    "Use a udev rule for it.",
    "Write an SQL query or a URL.",
    "He said that it was better, then left.",
    "Its colour depends on its owner.",
    "Everything is there, and their dog knows they're here.",
    "It’s fun, and we meet you where you’re free: what you’re after is ours, and it’s time.",
    "Those we work with are customers who form a queue and by law know one another.",
    "Who else's idea could it have been?",
  ])("leaves %j alone", async (text) => {
    expect((await check(text)).filter(({ confidence }) => confidence >= MAIL_CONFIDENCE)).toEqual([]);
  });

  it("shows a space before a comma, which nobody is mailed about", async () => {
    const [finding] = await check("It is the best bread , and the cake is good.");
    expect(finding).toMatchObject({ rule: "grammar/space-before-stop", text: "bread ,", suggestions: ["bread,"] });
    expect(finding?.confidence).toBeLessThan(MAIL_CONFIDENCE);
    expect(await check("Home , and more", "heading")).toEqual([]);
  });

  it("says nothing about what touches an object that is not read", async () => {
    expect(await check("It is a \uFFFC apple and is \uFFFC is here.")).toEqual([]);
    expect(await check("Then the the\uFFFC ended it.")).toEqual([]);
  });

  it("holds headings and labels to what is wrong anywhere, not to the rules of sentences", async () => {
    const text = "The tool allows to check the the pages";
    expect((await check(text, "heading")).map(({ rule }) => rule)).toEqual(["grammar/repeated-word"]);
    expect(await check("Go to the the end", "button")).toEqual([]);
    expect((await check("Login to Your Account", "heading")).map(({ suggestions }) => suggestions[0])).toEqual(["Log in"]);
    expect((await check("Womens running shoes", "heading")).map(({ suggestions }) => suggestions[0])).toEqual(["Women's"]);
    expect(await check("Login and checkout pages", "heading")).toEqual([]);
  });
});
