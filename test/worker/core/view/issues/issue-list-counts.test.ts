import { describe, expect, it } from "vitest";
import { type KindCount, listCounts } from "#worker/core/view/issues/issue-list-counts.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

const KINDS: KindCount[] = [
  { state: "open", sure: true, check: "spelling", rule: "spelling/unknown-word", count: 5 },
  { state: "reopened", sure: true, check: "spelling", rule: "spelling/other", count: 2 },
  { state: "open", sure: false, check: "grammar", rule: "grammar/article", count: 3 },
  { state: "unconfirmed", sure: true, check: "links", rule: "links/not-found", count: 1 },
  { state: "fixed", sure: false, check: "links", rule: "links/not-found", count: 4 },
  { state: "open", sure: true, check: "of-a-later-version", rule: "x/y", count: 100 },
];
const count = (search: Record<string, string>) => listCounts(KINDS, parseIssueListQuery(search));

describe("listCounts", () => {
  it("counts each choice with the other filters as they are", () => {
    expect(count({}).total).toBe(7);
    expect(count({ check: "grammar" })).toMatchObject({
      total: 0,
      states: { open: 0, fixed: 0 },
      confidences: { sure: 0, hints: 3, all: 3 },
    });
    expect(count({ rule: "spelling/other" }).total).toBe(2);
  });

  it("counts a link that failed once among the hints only", () => {
    expect(count({}).confidences).toEqual({ sure: 7, hints: 4, all: 11 });
  });

  it("takes the usual certainty of another state", () => {
    expect(count({ confidence: "hints" }).states).toMatchObject({ open: 4, fixed: 4 });
    expect(count({ state: "fixed" })).toMatchObject({ total: 4, states: { open: 7 } });
  });

  it("offers rules that are equally frequent by name, whatever order the database counts in", () => {
    const kind = { state: "open", sure: true, check: "grammar", count: 1 } as const;
    const kinds = ["grammar/b", "grammar/c", "grammar/a"].map((rule) => ({ ...kind, rule }));
    const { rules } = listCounts(kinds, parseIssueListQuery({}));
    expect(rules.map(({ rule }) => rule)).toEqual(["grammar/a", "grammar/b", "grammar/c"]);
  });

  it("offers the rules of the list, the most frequent first, whichever is chosen", () => {
    const rules = [
      { rule: "spelling/unknown-word", count: 5 },
      { rule: "spelling/other", count: 2 },
    ];
    expect(count({}).rules).toEqual(rules);
    expect(count({ rule: "spelling/other" }).rules).toEqual(rules);
  });
});
