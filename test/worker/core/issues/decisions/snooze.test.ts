import { describe, expect, it } from "vitest";
import { makeKnown, makeSeen } from "#test/worker/core/issues/issue-samples.ts";
import { haveTextsChanged, snoozedTexts } from "#worker/core/issues/decisions/snooze.ts";
import type { IssueState, Snooze } from "#worker/core/issues/issue.ts";
import { reconcileIssues } from "#worker/core/issues/reconcile-issues.ts";

const now = new Date("2026-11-21T12:00:00Z");
const texts = (...all: string[]) => snoozedTexts(all.map((text) => ({ text })));

describe("the texts of a snooze", () => {
  it.each([
    ["the same text", ["You will recieve it."], false],
    ["another number", ["You will recieve 8 of it on Tuesday."], false],
    ["a text that went", [], false],
    ["an edited text", ["You will surely recieve it."], true],
    ["one more text", ["You will recieve it.", "We recieve it."], true],
  ])("have changed for %s: %o is %s", (_name, after, isChange) => {
    const before = texts("You will recieve it.", "You will recieve 3 of it on Monday.");
    expect(haveTextsChanged(before, texts(...after))).toBe(isChange);
  });
});

describe("a snoozed issue at a crawl", () => {
  const step = (snooze: Snooze, seen: Parameters<typeof makeSeen>[1] | null, textsNow: string[] = []) =>
    reconcileIssues({
      known: [makeKnown("a", "snoozed", 0.9, { snooze })],
      seen: seen ? [makeSeen("a", seen)] : [],
      undecided: new Set(),
      notNews: new Set(),
      baseline: false,
      needsNextCrawl: () => false,
      now,
      textsOf: () => textsNow,
    }).map(({ after, event, quiet, held }) => ({ after, event, quiet, held }));
  const until = (day: string, resume: IssueState = "open") => ({ until: new Date(day), texts: [], resume });
  const RELEASED = { ignoreRuleId: null, resumeState: null };

  it("sleeps until its day, and wakes quietly to the state before", () => {
    expect(step(until("2026-11-22"), {})).toEqual([]);
    expect(step(until("2026-11-21", "reopened"), {})).toEqual([
      { after: "reopened", event: "woken", quiet: true, held: RELEASED },
    ]);
  });

  it("wakes when its text changes", () => {
    const snooze = { until: null, texts: ["x"], resume: "open" } as const;
    expect(step(snooze, {}, ["x"])).toEqual([]);
    expect(step(snooze, {}, ["y"])).toEqual([{ after: "open", event: "woken", quiet: true, held: RELEASED }]);
  });

  it("is fixed when it is gone, and that is news as for an open issue", () => {
    expect(step(until("2026-12-24"), null)).toEqual([{ after: "fixed", event: "fixed", quiet: false, held: RELEASED }]);
  });

  it("is ignored instead of waking where a rule ignores it meanwhile", () => {
    const covered = { ignoredBy: "r" };
    expect(step(until("2026-12-24"), covered)).toEqual([]);
    const held = { ignoreRuleId: "r", resumeState: "open" };
    expect(step(until("2026-11-20"), covered)).toEqual([{ after: "ignored", event: "ignored", quiet: true, held }]);
  });
});

describe("an issue that a rule ignores at a crawl", () => {
  const covered = (state: IssueState | null, ignoredBy?: string) =>
    reconcileIssues({
      known: state ? [makeKnown("a", state, 0.9, ignoredBy ? { ignoredBy } : {})] : [],
      seen: [makeSeen("a", { ignoredBy: "r" })],
      undecided: new Set(),
      notNews: new Set(),
      baseline: false,
      needsNextCrawl: () => true,
    });

  it.each<[IssueState | null, string]>([
    [null, "opened open"],
    ["open", "ignored open"],
    ["reopened", "ignored reopened"],
    ["unconfirmed", "ignored unconfirmed"],
    ["recurring", "ignored recurring"],
    ["fixed", "ignored open"],
  ])("leaves the list quietly if it was %s", (state, expected) => {
    const [change, ...more] = covered(state);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ after: "ignored", quiet: true, held: { ignoreRuleId: "r" } });
    expect(`${change?.event} ${change?.held?.resumeState}`).toBe(expected);
  });

  it("stays as it is, also if a person ignored it alone", () => {
    expect(covered("ignored", "r")).toEqual([]);
    expect(covered("ignored")).toEqual([]);
  });

  it("is news when no rule ignores it any more because the site changed, and quietly fixed when it is gone", () => {
    const at = (seen: boolean) =>
      reconcileIssues({
        known: [makeKnown("a", "ignored", 0.9, { ignoredBy: "r" })],
        seen: seen ? [makeSeen("a")] : [],
        undecided: new Set(),
        notNews: new Set(),
        baseline: false,
        needsNextCrawl: () => false,
      });
    expect(at(true)).toMatchObject([{ after: "open", event: "opened", quiet: false, held: { ignoreRuleId: null } }]);
    expect(at(false)).toMatchObject([{ after: "fixed", event: "fixed", quiet: true, held: { ignoreRuleId: null } }]);
  });
});
