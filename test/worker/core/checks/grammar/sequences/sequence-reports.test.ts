import { describe, expect, it } from "vitest";
import { cpuMsOf } from "#test/support/growth/cpu-ms-of.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { sequenceReports } from "#worker/core/checks/grammar/sequences/sequence-reports.ts";

const fixesOf = (text: string) =>
  sequenceReports(tokensOf(text), () => true)
    .filter(({ confidence }) => confidence >= 0.6)
    .map(({ start, end, suggestions }) => `${text.slice(start, end)} → ${suggestions[0]}`);

describe("words that are hardly ever written beside their neighbours", () => {
  it.each([
    ["I hope everybody hat a nice weekend.", "hat → had"],
    ["We met three years ego in York.", "ego → ago"],
    ["There are so may people in the shop.", "may → many"],
    ["Our price is lower tan before.", "tan → than"],
    ["Its a great place to start.", "Its → It's"],
    ["I would son be ready to talk to you.", "son → soon"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "The weak and the strong are here.",
    "His ego got in the way.",
    "It being late, we went home.",
    "All the things those people do are good.",
    "“I know,” she laughs.",
    "The people we talked to said no.",
    "Your not having a car is no problem.",
    "All that we had are these two.",
    "Wells, D. (2010). A study.",
    "Customers who form a queue wait here.",
    "There was bird poo and old bird food at the bottom.",
    "It lists the full system with hex values and rules.",
    "The decision matrices will help us.",
    "It has more of the newest CPU cores.",
    "Turing won a scholarship to a college.",
    "Verified the list of the rooms.",
    "They always start with an equals sign.",
    "The multiply instructions give the same result.",
    "There is meadow for one plough, and 1 mill at five shillings.",
    "See the page view.aspx?rid=5 for this.",
    "Tell the driving licence people about your new address.",
    "If you would like to add a photo, please mail us at the club.",
    "The most common use of these names is with online discussion fora.",
    "We set up the font weighting (how bold it is).",
    "He wrote the quintet no. 1, op. 12 in a week.",
    "Six sonatas, nos. 1 to 6.",
    "It helps you add a n n i m a t i o n s to the page.",
    "The state runs the Bellary Iron ore Permanent Fund.",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });

  it("takes time that grows with the text", () => {
    const timeAt = (words: number): number => {
      const tokens = tokensOf("the old bough rules of our town need ".repeat(words / 8));
      return cpuMsOf(() => sequenceReports(tokens, () => true));
    };
    timeAt(4_000);
    // Four times the text: four times the work, where the square would be sixteen times.
    expect(timeAt(16_000)).toBeLessThan(9 * timeAt(4_000) + 50);
  });
});
