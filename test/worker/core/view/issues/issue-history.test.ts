import { describe, expect, it } from "vitest";
import { ISSUE_EVENT_KINDS } from "#worker/core/issues/issue.ts";
import { type IssueMoment, type IssueStep, inOrder, momentWords } from "#worker/core/view/issues/issue-history.ts";

const AT = new Date("2026-11-21T12:00:00Z");
const step = (given: Partial<IssueStep>): IssueStep => ({
  id: "1",
  kind: "opened",
  at: AT,
  by: null,
  crawlId: null,
  assignee: null,
  until: null,
  isByRule: false,
  ...given,
});
const mail = (given: object = {}): IssueMoment => ({
  id: "m",
  kind: "mailed",
  what: "opened",
  at: AT,
  recipients: 1,
  ...given,
});

describe("momentWords", () => {
  it("has different words for every kind of step, with and without a person", () => {
    const alone = ISSUE_EVENT_KINDS.map((kind) => momentWords(step({ kind }), "spelling"));
    expect(new Set(alone).size).toBe(ISSUE_EVENT_KINDS.length);
    for (const words of alone) expect(words).toMatch(/^[A-Z][^{}]+$/u);
    const byAnn = ISSUE_EVENT_KINDS.map((kind) => momentWords(step({ kind, by: "Ann" }), "spelling"));
    const ofPeople = byAnn.filter((words) => words.endsWith(", by Ann"));
    expect(byAnn.length - ofPeople.length).toBe(["opened", "fixed", "reopened"].length);
  });

  it.each([
    [step({ kind: "snoozed", until: "2026-12-24" }), "Snoozed until 24 December 2026"],
    [step({ kind: "snoozed", until: "text-changes" }), "Snoozed until the text changes"],
    [step({ kind: "snoozed", until: "some day" }), "Snoozed"],
    [step({ kind: "assigned", assignee: "Ben", by: "Ann" }), "Assigned to Ben, by Ann"],
    [step({ kind: "assigned", by: "Ann" }), "No longer assigned, by Ann"],
    [step({ kind: "ignored", isByRule: true, by: "Ann" }), "Ignored by a rule, by Ann"],
    [step({ kind: "taught" }), "Its word is in the dictionary"],
    [mail({ recipients: 3 }), "In the mail about new issues, to 3 recipients"],
    [mail({ what: "fixed" }), "In the mail about issues that are gone, to one recipient"],
  ])("says what happened: %o", (moment, words) => expect(momentWords(moment, "spelling")).toBe(words));
});

describe("inOrder", () => {
  it("orders by time, at one time by number, with mails last", () => {
    const later = new Date(AT.getTime() + 1);
    const moments = [mail(), step({ id: "10" }), step({ id: "9" }), step({ id: "8", at: later }), mail({ id: "n", at: later })];
    expect(inOrder(moments).map(({ id }) => id)).toEqual(["9", "10", "m", "8", "n"]);
  });
});
