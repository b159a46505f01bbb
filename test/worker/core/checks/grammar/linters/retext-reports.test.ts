import { describe, expect, it } from "vitest";
import { cpuMsOf } from "#test/support/growth/cpu-ms-of.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { createCheckGrammar } from "#worker/core/checks/grammar/check-grammar.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { retextReports, styleReports } from "#worker/core/checks/grammar/linters/retext-reports.ts";
import { STYLE_RULES, type StyleRule } from "#worker/core/style-rules.ts";

const check = createCheckGrammar({ lintWithHarper: async () => [], readSentence: () => null, isWord: () => true });
const HARD =
  "Notwithstanding considerable organizational transformation, representatives of participating municipalities subsequently established comprehensive administrative procedures regarding international communication, environmental responsibility, professional accountability, institutional transparency and economic sustainability";
const EASY = `${"The cat sat on the mat and ".repeat(6)}slept.`;

async function advice(text: string, styleRules: readonly StyleRule[], kind: "paragraph" | "heading" = "paragraph") {
  const findings = await check({ text, kind }, "en-US", { styleRules });
  for (const { range, text: wrong } of findings) expect(text.slice(range?.start, range?.end)).toBe(wrong);
  return findings.map(({ rule, text: wrong, suggestions }) => [rule, wrong, suggestions[0]]);
}

describe("retext's rules that are always on", () => {
  it.each([
    ["Theyre not open on Monday.", "grammar/contraction", "Theyre", "They're"],
    ["We dont close at noon.", "grammar/contraction", "dont", "don't"],
    ["Sorry, im not there yet.", "grammar/contraction", "im", "I'm"],
    ["It is five oclock now.", "grammar/contraction", "oclock", "o'clock"],
    ["🙂🙂 “So,” she said, “it isnt here.”", "grammar/contraction", "isnt", "isn't"],
    ["The ATM machine is closed.", "grammar/redundancy", "ATM machine", "ATM"],
    ["ATM Machine Comparison Guide", "grammar/redundancy", "ATM Machine", "ATM"],
    ["Type your PIN number here.", "grammar/redundancy", "PIN number", "PIN"],
    ["We sell LCD displays and lamps.", "grammar/redundancy", "LCD displays", "LCDs"],
    ["Send it in PDF format, please.", "grammar/redundancy", "PDF format", "PDF"],
  ])("flag %j", async (text, rule, wrong, right) => {
    expect(await advice(text, [])).toEqual([[rule, wrong, right]]);
  });

  it.each([
    "They're not open, and they’re not sorry.",
    "We don’t close; DONT is a brand.",
    "The customer Id is on your card.",
    "Ask about the whys and the hows.",
    "The word “dont” has no apostrophe.",
    "Visit dont.com or mail ive@example.com.",
    "He wont cant its were well shell hell ill.",
    "Tis Pity is on at the theatre.",
    "Jony Ive left the firm.",
    "It was drawn by Ive and others.",
    "Find an ATM near you.",
    "Machines of the ATM kind are closed.",
    "The ATM, machine and safe are new.",
    "IBM Corporation was founded in 1911.",
    "The START Treaty followed the SALT talks.",
    "The ARM board, the CSS file and the HTML page.",
    "An arm mortgage and a pin number of lines.",
    "He writes BASIC code for fun.",
    "USE THE ATM MACHINE TODAY",
    "Please add disorder to the list and act test cases out.",
  ])("leave %j alone", (text) => {
    expect(retextReports(text, tokensOf(text))).toEqual([]);
  });

  it("flag headings, too", async () => {
    expect(await advice("Why we dont close", [], "heading")).toEqual([["grammar/contraction", "dont", "don't"]]);
  });
});

describe("advice about style", () => {
  it.each<[StyleRule, string, string, string | undefined]>([
    ["wordiness", "We do it in order to help.", "in order to", "to"],
    ["wordiness", "Due to the fact that it rains, we stay.", "Due to the fact that", "Because"],
    ["wordiness", "You can utilize it now.", "utilize", "use"],
    ["wordiness", "It helps for the purpose of cleaning.", "for the purpose of", "for"],
    ["passive", "Mistakes were made.", "were made", undefined],
    ["passive", "It has been widely seen.", "been widely seen", undefined],
    ["passive", "The loaves are baked at dawn.", "are baked", undefined],
    ["sensitive", "Ask the chairman about it.", "chairman", "chair"],
    ["sensitive", "We blacklist such hosts.", "blacklist", "blocklist"],
    ["sensitive", "Talk to our salesman.", "salesman", "salesperson"],
    ["sensitive", "We help the elderly.", "the elderly", "older people"],
    ["readability", `${HARD}.`, HARD, undefined],
    ["profanity", "This bullshit has to end.", "bullshit", undefined],
    ["profanity", "What a fucking mess.", "fucking", undefined],
  ])("on %s is given of %j", async (rule, text, wrong, right) => {
    const found = await advice(text, [rule]);
    expect(found.map(([, written, suggestion]) => [written?.replace(/\.$/u, ""), suggestion])).toContainEqual([wrong, right]);
    expect(new Set(found.map(([id]) => id))).toEqual(new Set([`grammar/style-${rule}`]));
    expect(await advice(text, [])).toEqual([]);
    const others = STYLE_RULES.filter((other) => other !== rule);
    expect((await advice(text, others)).map(([id]) => id)).not.toContain(`grammar/style-${rule}`);
  });

  it.each([
    "We help people.",
    "The cake is good, and Ann has eaten it.",
    "He was tall, and we were there.",
    "It is here, there are two of them, and all of us saw a very long list.",
    "Please delete the request, type your address and choose another option.",
    "In addition, we provide a function for similar components.",
    "As to the price, you must comply with the law in many cases.",
    "She has made a cake, and they had seen it done.",
    "They made up their minds and ran.",
    "He lost his keys when she came.",
    "Is this the way to run a shop?",
    "My mother, her sister and his wife host the party.",
    "It is a simple, easy and special offer for men and women.",
    "Just disabled buttons are invalid.",
    "The actor met the king and the waiter.",
    "Master the art of baking with our host.",
    EASY,
    "We offer bread and cake, rolls and buns, tea and milk, and you can have all of it here or at home on any day you like from dawn to dusk.",
    "Bosch sells drills, and the Pollock family loves a twinkie.",
    "Our rigger, a Yankees fan, ate a cumquat and a chunky soup.",
    "Buffy Cummings, born in Niger, owns a hoe and a spade.",
    "Clark Gable and Dick Hooker graduated cum laude.",
    "Gypsy moths, coons and a macaca sat in the Eros theatre.",
    "Fatah met the Moslem Brotherhood for a quickie.",
    "The slave market was a stupid, dumb crime.",
    "Pierre Assouline and Scunthorpe have classes in Sussex.",
  ])("leaves %j alone", async (text) => {
    expect(await advice(text, STYLE_RULES)).toEqual([]);
  });

  it("is never mailed, and says what to do in one plain sentence", async () => {
    const text = `${HARD}. Mistakes were made in order to help the chairman. What a fucking mess.`;
    const findings = await check({ text, kind: "paragraph" }, "en-US", { styleRules: STYLE_RULES });
    expect(new Set(findings.map(({ rule }) => rule)).size).toBe(STYLE_RULES.length);
    for (const { confidence, message } of findings) {
      expect(confidence).toBeLessThan(MAIL_CONFIDENCE);
      expect(message).toMatch(/^[^`*{}]+\.$/u);
      expect(message).not.toContain("Unexpected");
    }
  });

  it("says nothing of a heading", async () => {
    expect(await advice("What was made in order to help", STYLE_RULES, "heading")).toEqual([]);
  });
});

describe("the time that retext takes", () => {
  const PIECES = [
    "it is done by the chairman ",
    '"a" is ‘b’ (c) dont ',
    "((((“",
    "dont aaaa",
    "a",
    ". is. ",
    "a-b-dont ",
    "ATM m",
  ];

  it.each(PIECES)("grows with a text of %j, not with its square", (piece) => {
    const timeAt = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const tokens = tokensOf(text);
      return cpuMsOf(() => {
        retextReports(text, tokens);
        styleReports(text, tokens, STYLE_RULES);
      });
    };
    timeAt(8_000);
    // Four times the text: four times the work, where the square would be sixteen times.
    expect(timeAt(64_000)).toBeLessThan(9 * timeAt(16_000) + 50);
  });

  it("is spent on the stretches of a long text without stops, too", () => {
    const text = `${"a word and ".repeat(2_000)}we dont close`;
    const reports = retextReports(text, tokensOf(text));
    expect(reports.map(({ start, end }) => text.slice(start, end))).toEqual(["dont"]);
    expect(reports[0]?.start).toBe(text.indexOf("dont"));
  });

  it("is not spent on a text without a cue", () => {
    const texts = ["We are open every day.", "The HTML of the page", "It’s a don’t."];
    const started = process.cpuUsage();
    for (let at = 0; at < 20_000; at++) for (const text of texts) retextReports(text, []);
    // A parse takes a tenth of a millisecond and more: 60,000 of them six seconds.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1_500);
  });
});
