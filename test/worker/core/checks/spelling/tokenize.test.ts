import { describe, expect, it } from "vitest";
import { tokenize } from "#worker/core/checks/spelling/tokenize.ts";

const words = (text: string) => tokenize(text).map(({ word }) => word);

describe("tokenize", () => {
  it.each([
    ["two words", ["two", "words"]],
    ["don't and don’t", ["don't", "and", "don't"]],
    ["the users' rock’n’roll", ["the", "users", "rock'n'roll"]],
    ["a well-known site", ["well", "known", "site"]],
    ["pre\u00ADfix and web\u200Bsite", ["prefix", "and", "website"]],
    ["ﬁne ofﬁce", ["fine", "office"]],
    ["cafe\u0301", ["café"]],
    ["end.Next sentence", ["end", "Next", "sentence"]],
    ["“quoted”, (bracketed) words…", ["quoted", "bracketed", "words"]],
    ["either/or and/or", ["either", "or", "and", "or"]],
  ])("takes the words of %j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    "https://example.com/teh",
    "www.exampel.com",
    "jane.deo@exampel.com",
    "example.com",
    "report_fnial.pdf",
    "index.html",
    "v2.10.3-beta1",
    "CamelCase",
    "iPhone",
    "eBay",
    "snake_case_nmae",
    "URL",
    "PDFs",
    "VAT's",
    "21st",
    "1990s",
    "5km",
    "12px",
    "0xdeadbeef",
    "#ff00aa",
    "#hashtga",
    "@hadnle",
    "--hlep",
    "/usr/bni",
    "C:\\Porgram",
    "f()",
    "std::vectro",
    "&nbsp;",
    "XIV",
    "covid19",
    "MP3s",
    "Привет",
    "\uFFFCs",
    "anti\uFFFC",
    "child(ren)",
    "hmmm",
    "sooo",
    "'em",
    "rockin'",
  ])("leaves %j alone", (text) => {
    expect(words(text).filter((word) => word !== "child")).toEqual([]);
  });

  it("says where each word stands, and which begin a sentence", () => {
    const text = "One two. Three “Four” five: Six";
    const found = tokenize(text);
    for (const { text: raw, start, end } of found) expect(text.slice(start, end)).toBe(raw);
    expect(found.filter(({ opensSentence }) => opensSentence).map(({ word }) => word)).toEqual(["One", "Three", "Six"]);
  });

  it("gives a part of a compound with the whole", () => {
    expect(tokenize("vis-à-vis and pre-war").map(({ word, compound }) => [word, compound])).toEqual([
      ["vis", "vis-à-vis"],
      ["vis", "vis-à-vis"],
      ["and", null],
      ["pre", "pre-war"],
      ["war", "pre-war"],
    ]);
  });
});
