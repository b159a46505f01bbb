import { describe, expect, it } from "vitest";
import type { Occurrence } from "#worker/core/issues/issue.ts";
import { narrowToPages } from "#worker/core/issues/narrow-to-pages.ts";
import { makeKnown, makeSeen } from "./issue-samples.ts";

const at = (...paths: string[]): { occurrences: Occurrence[] } => ({
  occurrences: paths.map((path) => ({
    url: `https://bakery.example${path}`,
    selector: "p",
    blockHash: null,
    excerpt: "",
    range: null,
  })),
});
const names = (issues: readonly { fingerprint: string }[]) => issues.map(({ fingerprint }) => fingerprint);
const pagesWith = (...fingerprints: string[]) => ({
  urls: new Set(["https://bakery.example/a"]),
  issueIds: new Set(fingerprints.map((fingerprint) => `id of ${fingerprint}`)),
});

describe("narrowToPages", () => {
  it("keeps what the pages say now, and what they said before and no page says", () => {
    const known = ["here", "gone", "elsewhere", "moved", "gone elsewhere"].map((name) => makeKnown(name, "open"));
    const seen = [
      makeSeen("here", at("/a", "/b")),
      makeSeen("new", at("/a")),
      makeSeen("elsewhere", at("/b")),
      makeSeen("moved", at("/b")),
    ];
    const narrowed = narrowToPages({ known, seen }, pagesWith("here", "gone", "moved"));
    expect(names(narrowed.known)).toEqual(["here", "gone"]);
    expect(names(narrowed.seen)).toEqual(["here", "new"]);
    expect(names(narrowed.moved)).toEqual(["moved"]);
  });

  it("recognises an issue by the fingerprint of an earlier version", () => {
    const known = [makeKnown("old name", "open"), makeKnown("other old name", "open")];
    const seen = [
      makeSeen("name", { ...at("/a"), earlier: ["old name"] }),
      makeSeen("other", { ...at("/b"), earlier: ["other old name"] }),
    ];
    const narrowed = narrowToPages({ known, seen }, pagesWith("other old name"));
    expect(names(narrowed.known)).toEqual(["old name"]);
  });

  it("keeps nothing where no page was read", () => {
    const narrowed = narrowToPages(
      { known: [makeKnown("here", "open")], seen: [makeSeen("here", at("/a"))] },
      { urls: new Set(), issueIds: new Set() },
    );
    expect(narrowed).toEqual({ known: [], seen: [], moved: [] });
  });
});
