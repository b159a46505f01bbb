import { describe, expect, it } from "vitest";
import type { Severity } from "#worker/core/checks/finding.ts";
import { buildDigest, type UnreportedEvent } from "#worker/core/digest/build-digest.ts";
import type { IssueEventKind, IssueState } from "#worker/core/issues/issue.ts";

const FACTS = { siteId: "site", siteName: "Harbour Bakery", stillOpen: 4, pagesChecked: 6, pagesFailed: 1 };

/** An Issue's untold events; `state` is what it is in now. */
function history(issueId: string, kinds: IssueEventKind[], state: IssueState, severity: Severity = "error"): UnreportedEvent[] {
  const item = {
    issueId,
    check: "spelling" as const,
    rule: "spelling/unknown-word",
    confidence: 0.9,
    severity,
    message: `“${issueId}” is not a known word.`,
    text: issueId,
    suggestion: null,
    excerpt: issueId,
    pageUrl: "https://bakery.example/",
    pageCount: 1,
  };
  return kinds.map((kind) => ({ kind, state, item }));
}
const digestOf = (...events: UnreportedEvent[][]) => buildDigest({ ...FACTS, events: events.flat() });

describe("buildDigest", () => {
  it("returns null when nothing happened", () => {
    expect(digestOf()).toBeNull();
  });

  it("lists new and fixed issues, with the facts of the crawl", () => {
    const digest = digestOf(history("recieve", ["opened"], "open"), history("teh", ["fixed"], "fixed"));
    expect(digest).toMatchObject(FACTS);
    expect(digest?.opened).toMatchObject([{ issueId: "recieve", reopened: false }]);
    expect(digest?.fixed).toMatchObject([{ issueId: "teh", reopened: false }]);
  });

  it.each<[string, IssueEventKind[], IssueState, "opened" | "reopened" | "fixed" | null]>([
    ["opened and went away", ["opened", "fixed"], "fixed", null],
    ["opened, went away, came back", ["opened", "fixed", "reopened"], "reopened", "opened"],
    ["came back and went away", ["reopened", "fixed"], "fixed", null],
    ["went away and came back", ["fixed", "reopened"], "reopened", null],
    ["went away, came back, went away", ["fixed", "reopened", "fixed"], "fixed", "fixed"],
    ["came back", ["reopened"], "reopened", "reopened"],
    ["opened, and was ignored by a person since", ["opened"], "ignored", null],
    ["opened, and was marked as fixed by a person since", ["opened"], "fixed", null],
    ["opened, and was taught since", ["opened"], "fixed", null],
    ["went away, and may be back", ["fixed"], "unconfirmed", null],
  ])("reports the net effect on an issue that %s", (_name, kinds, state, told) => {
    const digest = digestOf(history("recieve", kinds, state));
    if (told === null) return expect(digest).toBeNull();
    expect(digest?.opened.map(({ reopened }) => reopened)).toEqual(told === "fixed" ? [] : [told === "reopened"]);
    expect(digest?.fixed).toHaveLength(told === "fixed" ? 1 : 0);
  });

  it("keeps issues apart when their events are mixed", () => {
    const [openedA = [], fixedA = []] = [history("a", ["opened"], "fixed"), history("a", ["fixed"], "fixed")];
    const digest = digestOf(openedA, history("b", ["opened"], "open"), fixedA);
    expect(digest?.opened.map(({ issueId }) => issueId)).toEqual(["b"]);
    expect(digest?.fixed).toEqual([]);
  });

  it("puts the most severe first and keeps the order within", () => {
    const digest = digestOf(
      history("hint", ["opened"], "open", "hint"),
      history("error 1", ["opened"], "open", "error"),
      history("warning", ["opened"], "open", "warning"),
      history("error 2", ["opened"], "open", "error"),
    );
    expect(digest?.opened.map(({ issueId }) => issueId)).toEqual(["error 1", "error 2", "warning", "hint"]);
  });
});
