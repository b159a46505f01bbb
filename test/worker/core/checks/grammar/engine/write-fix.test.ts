import { describe, expect, it } from "vitest";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { writeFix } from "#worker/core/checks/grammar/engine/write-fix.ts";

const words = (text: string) => tokensOf(text).filter(({ kind }) => kind === "word");

describe("writing a fix", () => {
  it("fills in forms, the adverb, the noun of a verb, a near word and two words joined", () => {
    expect(writeFix("{1:C}", words("build"), "build")).toBe("built");
    expect(writeFix("{1:C}", words("work"), "work")).toBe("worked");
    expect(writeFix("{1:L}", words("easy"), "easy")).toBe("easily");
    expect(writeFix("{1:E}", words("replace"), "replace")).toBe("replacement");
    expect(writeFix("{1~V}", words("discus"), "discus")).toBe("discuss");
    expect(writeFix("{1+2}", words("bath rooms"), "bath rooms")).toBe("bathrooms");
  });

  it("is null if there is no such word, so that nothing is reported", () => {
    expect(writeFix("{1:E}", words("become"), "become")).toBeNull();
    expect(writeFix("{1~V}", words("xylophone"), "xylophone")).toBeNull();
    expect(writeFix("{1+2}", words("chair banana"), "chair banana")).toBeNull();
  });

  it("begins with the article that the next word asks for, and with a capital if the written text does", () => {
    expect(writeFix("a {1} {2}", words("experienced teacher"), "experienced teacher")).toBe("an experienced teacher");
    expect(writeFix("a {1}", words("one-off"), "one-off")).toBe("a one-off");
    expect(writeFix("a {1}", words("user"), "user")).toBe("a user");
    expect(writeFix("our", [], "Are")).toBe("Our");
  });
});
