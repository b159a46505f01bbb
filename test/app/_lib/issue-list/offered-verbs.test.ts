import { describe, expect, it } from "vitest";
import { correctionOf } from "#app/_lib/issue-list/correction-of.ts";
import { offeredVerbs } from "#app/_lib/issue-list/offered-verbs.ts";

describe("offeredVerbs", () => {
  it("offers decisions while an issue is open, the dictionary for spelling only", () => {
    const offered = { decide: true, dictionary: true, snooze: true, takeBack: null };
    for (const state of ["open", "reopened", "recurring", "unconfirmed"] as const)
      expect(offeredVerbs({ state, check: "spelling", fixedBy: null })).toEqual(offered);
    expect(offeredVerbs({ state: "open", check: "links", fixedBy: null }).dictionary).toBe(false);
  });

  it("offers to take a decision back, but not what a crawl or a dictionary settled", () => {
    const takeBack = (state: "fixed" | "ignored" | "snoozed", fixedBy: "crawl" | "person" | "dictionary" | null = null) =>
      offeredVerbs({ state, check: "spelling", fixedBy }).takeBack;
    expect(takeBack("ignored")).toBe("Stop ignoring");
    expect(takeBack("snoozed")).toBe("Stop snoozing");
    expect(takeBack("fixed", "person")).toBe("Not fixed");
    expect(takeBack("fixed", "crawl")).toBeNull();
    expect(takeBack("fixed", "dictionary")).toBeNull();
  });
});

describe("correctionOf", () => {
  const issue = {
    check: "spelling" as const,
    excerpt: "You will recieve it.",
    text: "recieve",
    suggestions: ["receive", "relieve"],
  };

  it("is the sentence with the best suggestion in place", () => {
    expect(correctionOf(issue)).toBe("You will receive it.");
    expect(correctionOf({ ...issue, excerpt: "The the end.", text: "The the", suggestions: ["The"] })).toBe("The end.");
    expect(correctionOf({ ...issue, excerpt: "… and recieve it by post …" })).toBe("and receive it by post");
  });

  it("is the better address of a link, the suggestion alone without a sentence, and nothing without a suggestion", () => {
    expect(correctionOf({ ...issue, check: "links", text: "http://a.example/", suggestions: ["https://a.example/"] })).toBe(
      "https://a.example/",
    );
    expect(correctionOf({ ...issue, excerpt: "" })).toBe("receive");
    expect(correctionOf({ ...issue, suggestions: [] })).toBeNull();
  });
});
