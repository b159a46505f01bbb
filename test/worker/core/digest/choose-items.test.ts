import { describe, expect, it } from "vitest";
import { type Candidate, chooseItems } from "#worker/core/digest/choose-items.ts";

function candidate(issueId: string, fields: Partial<Candidate> = {}): Candidate {
  return {
    issueId,
    check: "spelling",
    rule: "spelling/unknown-word",
    severity: "error",
    confidence: 0.9,
    message: "It is not a known word.",
    text: issueId,
    suggestion: null,
    excerpt: issueId,
    pageUrl: "https://bakery.example/",
    pageCount: 1,
    reopened: false,
    ...fields,
  };
}
const filler = (issueId: string, confidence = 0.99) =>
  candidate(issueId, { check: "content", rule: "content/filler", severity: "warning", confidence });
const link = (path: string, host: string) =>
  candidate(`${host}${path}`, { check: "links", rule: "links/not-found", text: `https://${host}${path}` });
const shown = (candidates: Candidate[], most = 5) =>
  chooseItems(candidates, most).map(({ issueId, alike }) => [issueId, alike]);

describe("chooseItems", () => {
  it("shows one of many alike, and counts the others", () => {
    const fillers = Array.from({ length: 14 }, (_, at) => filler(`f${at}`, 0.9 + at / 1000));
    expect(shown([...fillers, candidate("recieve"), candidate("teh")])).toEqual([
      ["recieve", 0],
      ["teh", 0],
      ["f13", 13],
    ]);
  });

  it("shows a few alike one by one", () => {
    expect(shown([filler("a"), filler("b")])).toEqual([
      ["a", 0],
      ["b", 0],
    ]);
  });

  it("takes dead links to one host together, and keeps misspellings apart", () => {
    const links = ["/a", "/b", "/c"].map((path) => link(path, "gone.example"));
    const words = ["teh", "wich", "adress", "recieve"].map((word) => candidate(word));
    expect(shown([...links, link("/x", "other.example"), ...words], 9)).toHaveLength(6);
  });

  it("puts severe, sure and frequent mistakes first, and keeps to the limit", () => {
    const many = [
      candidate("hint", { severity: "hint", confidence: 1 }),
      candidate("unsure", { confidence: 0.6 }),
      candidate("sure"),
      candidate("everywhere", { pageCount: 200 }),
    ];
    expect(shown(many, 3)).toEqual([
      ["everywhere", 0],
      ["sure", 0],
      ["unsure", 0],
    ]);
  });
});
