import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { missingWords } from "#worker/core/checks/grammar/sequences/missing-words.ts";

const fixesOf = (text: string) => missingWords(tokensOf(text)).flatMap(({ suggestions }) => suggestions);

describe("small words that are missing", () => {
  it.each([
    ["They need use the back door today.", "need to use"],
    ["We are able go there by bus.", "able to go"],
    ["You need to aware of the step.", "to be aware"],
    ["The parcel must delivered to the back door.", "must be delivered"],
    ["I was bit confused by the form.", "was a bit"],
  ])("“%s”: %s", (text, fix) => {
    expect(fixesOf(text)).toEqual([fix]);
  });

  it.each([
    "All you need include these two.",
    "The roof still needs work.",
    "They want help with the garden.",
    "If there is anything you need let us know.",
    "He was bit by a dog.",
    "You will likely receive a letter.",
    "Here lies the answer.",
    "They said you may well find it.",
    "That said, it works.",
    "Can old tyres go there?",
  ])("leaves “%s” alone", (text) => {
    expect(fixesOf(text)).toEqual([]);
  });
});
