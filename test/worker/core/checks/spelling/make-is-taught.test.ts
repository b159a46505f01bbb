import { describe, expect, it } from "vitest";
import { makeIsTaught } from "#worker/core/checks/spelling/make-is-taught.ts";

const spelling = (text: string) => ({ check: "spelling" as const, text });

describe("makeIsTaught", () => {
  it.each([
    ["brightwell", "Brightwell"],
    ["brightwell", "BRIGHTWELL"],
    ["GmbH", "GmbH"],
    ["GmbH", "GMBH"],
    ["Brightwell", "Brightwell’s"],
    ["brightwells", "Brightwells'"],
    ["rock'n'roll", "rock'n'roll"],
    ["o's", "o's"],
    ["O'Malley", "O’Malley"],
    ["o’malley", "O'Malley’s"],
  ])("%s covers %s", (word, text) => {
    expect(makeIsTaught([word, "other"])(spelling(text))).toBe(true);
  });

  it.each([
    ["GmbH", "gmbh"],
    ["Brightwell", "brightwell"],
    ["bright", "brightwell"],
    ["constructor", "toString"],
  ])("%s does not cover %s", (word, text) => {
    expect(makeIsTaught([word])(spelling(text))).toBe(false);
  });

  it("covers spelling alone", () => {
    expect(makeIsTaught(["the"])({ check: "grammar", text: "the" })).toBe(false);
  });

  it("is asked at once for a large dictionary", () => {
    const isTaught = makeIsTaught(Array.from({ length: 20_000 }, (_, index) => `product${index}`));
    const startedAt = performance.now();
    const taught = Array.from({ length: 50_000 }, (_, index) => isTaught(spelling(`Product${index}’s`))).filter(Boolean);
    expect(taught).toHaveLength(20_000);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
