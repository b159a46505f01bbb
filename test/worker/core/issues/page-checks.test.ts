import { describe, expect, it } from "vitest";
import { type IssueState, type KnownIssue, type KnownPlace, NEW_COURSE } from "#worker/core/issues/issue.ts";
import { reconcileIssues } from "#worker/core/issues/reconcile-issues.ts";
import { makeKnown, makeSeen } from "./issue-samples.ts";

const LINK = { check: "links", rule: "links/not-found" } as const;
const SHAKY = { check: "links", rule: "links/server-error" } as const;
const PLACE: KnownPlace = {
  url: "https://bakery.example/a",
  selector: "p",
  excerpt: "",
  isPageGone: false,
  isUnread: false,
  now: null,
};

/** Returns the step of one Issue in a check of its page, as "before → after event". */
function step(state: IssueState | null, isSeen: boolean, fields: Partial<KnownIssue> = {}): string {
  const known = state ? [makeKnown("a", state, 0.9, { occurrences: [PLACE], ...fields })] : [];
  const { check = "spelling", rule = "spelling/unknown-word" } = fields;
  const changes = reconcileIssues({
    ...{
      known,
      seen: isSeen ? [makeSeen("a", { check, rule })] : [],
      undecided: new Set(),
      notNews: new Set(),
      baseline: false,
    },
    ...{ isPageCheck: true, needsNextCrawl: (one: string) => one === SHAKY.rule },
  });
  return changes
    .map(({ after, event, quiet, course }) => `${after} ${event}${quiet ? " quiet" : ""} ${course.returns}`)
    .join(", ");
}

describe("reconcileIssues in a check of single pages", () => {
  it.each<[string, string, string]>([
    ["opens what is new", step(null, true), "open opened 0"],
    ["waits with a server's error", step(null, true, SHAKY), "unconfirmed null 0"],
    ["does not confirm it: time must pass", step("unconfirmed", true, SHAKY), ""],
    ["opens it for a reason that is sure", step("unconfirmed", true, LINK), "open opened 0"],
    ["fixes a text at once", step("open", false), "fixed fixed 0"],
    ["fixes a link at once", step("open", false, LINK), "fixed fixed 0"],
    ["fixes at once what came back before", step("open", false, { course: { ...NEW_COURSE, returns: 1 } }), "fixed fixed 1"],
    [
      "fixes a text that another one replaced",
      step("open", false, {
        occurrences: [{ ...PLACE, excerpt: "Some old words here", now: { hash: "h", text: "All new things there" } }],
      }),
      "fixed fixed 0",
    ],
    [
      "leaves a link on pages that were not read",
      step("open", false, { ...LINK, occurrences: [{ ...PLACE, isUnread: true }] }),
      "",
    ],
    ["leaves a text on pages that were not read", step("open", false, { occurrences: [{ ...PLACE, isUnread: true }] }), ""],
    [
      "reopens what is there again, and does not count it as coming and going",
      step("fixed", true, { course: { ...NEW_COURSE, returns: 2 } }),
      "reopened reopened 2",
    ],
    ["does not count a day of what comes and goes", step("recurring", true, { course: { ...NEW_COURSE, met: 9 } }), ""],
    ["nor one without it", step("recurring", false, { course: { ...NEW_COURSE, missed: 9 } }), ""],
    ["leaves ignored what a person ignored", step("ignored", true), ""],
  ])("%s", (_, changes, expected) => {
    expect(changes).toBe(expected);
  });
});
