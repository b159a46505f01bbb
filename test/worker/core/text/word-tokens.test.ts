import { describe, expect, it } from "vitest";
import { plainSigns, termKey, wordTokens } from "#worker/core/text/word-tokens.ts";

const words = (text: string) => wordTokens(text).map(({ word }) => word);

describe("wordTokens", () => {
  it.each([
    ["We’re 2nd, OK?", ["we", "'", "re", "2nd", ",", "ok", "?"]],
    ["“E-Mail” C++", ['"', "e", "-", "mail", '"', "c", "+", "+"]],
    ["uti\u00ADli\u200Bse", ["utilise"]],
    ["Cafe\u0301", ["café"]],
    ["東京は", ["東", "京", "は"]],
    ["😀 a\uFFFCb", ["😀", "a", "\uFFFC", "b"]],
    ["\u00AD \u200B", []],
    ["", []],
  ])("of %j", (text, expected) => expect(words(text)).toEqual(expected));

  it("says where each is", () => {
    const text = "Ünïted 😀 x";
    expect(wordTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Ünïted", "😀", "x"]);
  });
});

describe("termKey", () => {
  it("is the same for terms that people take for the same", () => {
    expect(termKey("It’s  FINE")).toBe(termKey("it's fine"));
    expect(termKey("a b")).not.toBe(termKey("ab"));
  });
});

describe("plainSigns", () => {
  it("keeps letters as they are", () => {
    expect(plainSigns("McDonald’s „Fries“ non‑stop")).toBe('McDonald\'s "Fries" non-stop');
  });
});
