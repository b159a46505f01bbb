import { describe, expect, it } from "vitest";
import { FORMS, inflectPhrase } from "#worker/core/checks/style/english-forms.ts";

const formsOf = (phrase: string) => FORMS.map((form) => inflectPhrase(phrase.split(" "), form)?.join(" ") ?? "–").join(", ");

describe("inflectPhrase", () => {
  it.each([
    ["use", "uses, used, used, using"],
    ["buy", "buys, bought, bought, buying"],
    ["begin", "begins, began, begun, beginning"],
    ["try", "tries, tried, tried, trying"],
    ["play", "plays, played, played, playing"],
    ["stop", "stops, stopped, stopped, stopping"],
    ["fix", "fixes, fixed, fixed, fixing"],
    ["open", "opens, opened, opened, opening"],
    ["commit", "commits, committed, committed, committing"],
    ["agree", "agrees, agreed, agreed, agreeing"],
    ["die", "dies, died, died, dying"],
    ["watch", "watches, watched, watched, watching"],
    ["have", "has, had, had, having"],
    ["make use of", "makes use of, made use of, made use of, making use of"],
    ["apply", "applies, applied, applied, applying"],
    ["process", "processes, processed, processed, processing"],
    ["focus", "focuses, focused, focused, focusing"],
    ["cookies", "–, –, –, –"],
    ["used", "–, –, –, –"],
    ["it", "–, –, –, –"],
    ["naïve", "–, –, –, –"],
  ])("%s: %s", (phrase, forms) => expect(formsOf(phrase)).toBe(forms));

  it("makes several of the last word, unless the phrase is led by a verb", () => {
    const several = (phrase: string) => inflectPhrase(phrase.split(" "), "s")?.join(" ");
    expect(["chairman", "account manager", "go home", "look after", "set up"].map(several)).toEqual([
      "chairmen",
      "account managers",
      "goes home",
      "look afters",
      "sets up",
    ]);
  });
});
