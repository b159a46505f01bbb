import { describe, expect, it } from "vitest";
import { parseRuleList } from "#worker/core/house-style/parse-rule-list.ts";

const pairs = (typed: string) =>
  parseRuleList(typed, "avoid").rules.map(({ kind, term, replacement }) => [kind, term, replacement]);
const reasons = (typed: string) => parseRuleList(typed, "avoid").refused.map(({ line, reason }) => `${line}: ${reason}`);

describe("parseRuleList", () => {
  it("takes a tab, an arrow or a comma between a word and what to write instead", () => {
    const list =
      "utilise\tuse\r\nleverage → use\nsynergy -> teamwork\nvia => by\ncommence, begin\n\n  in order to ,  to  \n01234 567890";
    expect(pairs(list)).toEqual([
      ["avoid", "utilise", "use"],
      ["avoid", "leverage", "use"],
      ["avoid", "synergy", "teamwork"],
      ["avoid", "via", "by"],
      ["avoid", "commence", "begin"],
      ["avoid", "in order to", "to"],
      ["avoid", "01234 567890", ""],
    ]);
  });

  it("takes cells with commas as spreadsheets write them", () => {
    expect(pairs('"Smith, Jones",Smith and Jones\n"so-called ""experts""",experts\nutilise,\n5" pipe')).toEqual([
      ["avoid", "Smith, Jones", "Smith and Jones"],
      ["avoid", 'so-called "experts"', "experts"],
      ["avoid", "utilise", ""],
      ["avoid", '5" pipe', ""],
    ]);
  });

  it("sees a spelling where both sides have the same letters", () => {
    expect(pairs("Wordpress\tWordPress\ne-mail, email\nutilise, utilize")).toEqual([
      ["name", "WordPress", ""],
      ["name", "email", ""],
      ["avoid", "utilise", "utilize"],
    ]);
  });

  it("takes whole lines for names and for texts that pages must have", () => {
    const line = "Registered in England, no. 1 → see below";
    expect(parseRuleList(line, "require").rules).toEqual([{ kind: "require", term: line, replacement: "" }]);
    expect(parseRuleList(" Smith,  Jones & Co ", "name").rules).toEqual([
      { kind: "name", term: "Smith, Jones & Co", replacement: "" },
    ]);
  });

  it("says for each line what is wrong, and what to do", () => {
    expect(reasons(`ok, fine\n→ use\na\tb\tc\none, two, three\na → b → c\n—\nsame, same\n${"x".repeat(201)}`)).toEqual([
      "2: The word to avoid is missing. Write it first, then what to write instead.",
      "3: This line has 3 columns. Keep two: the word, and what to write instead.",
      "4: This line has more than one comma. Put a tab or an arrow (→) between the word and what to write instead.",
      "5: This line has more than one arrow. Keep one.",
      "6: Enter at least one letter or digit.",
      "7: “same” is the same on both sides. Write what to use instead of it.",
      "8: This text is too long. Use at most 200 characters.",
    ]);
  });

  it("takes a double once, and refuses one that says something else", () => {
    expect(pairs("utilise, use\nUtilise, use\nutilise\tuse")).toHaveLength(1);
    expect(reasons("utilise, use\nutilise, apply")).toEqual([
      "2: “utilise” is in your list twice, with different words instead. Keep one of them.",
    ]);
  });

  it("reads a long hostile paste in a moment", () => {
    for (const piece of ['"', '","', ",", "\t", " ", "→", "-", "a\n", "\u2028", "\0"]) {
      const before = process.cpuUsage();
      parseRuleList(piece.repeat(Math.floor(100_000 / piece.length)), "avoid");
      expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    }
  });
});
