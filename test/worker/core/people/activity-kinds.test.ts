import { describe, expect, it } from "vitest";
import { ACTIVITY_KINDS, activityWords } from "#worker/core/people/activity-kinds.ts";
import { decisionActivity } from "#worker/core/people/decision-activity.ts";

describe("activityWords", () => {
  it("completes a sentence that begins with the person's name", () => {
    for (const kind of Object.keys(ACTIVITY_KINDS))
      expect(activityWords(kind, { subject: "Ben", detail: "2" }), kind).toMatch(/^[a-z].*[^.]$/);
    expect(activityWords("issues_ignored", { subject: "", detail: "1" })).toBe("ignored 1 issue");
    expect(activityWords("issues_assigned", { subject: "Ben", detail: "12" })).toBe("assigned 12 issues to Ben");
  });

  it("has words for kinds that it does not know, such as those of a later version", () => {
    expect(activityWords("constructor", { subject: "Ben", detail: "" })).toBe("did something");
  });
});

describe("decisionActivity", () => {
  it("keeps who got the issues, and nothing of whom they were taken from", () => {
    expect(decisionActivity({ action: "assign", userId: "ben" }, 3)).toEqual({
      kind: "issues_assigned",
      detail: "3",
      subjectId: "ben",
    });
    expect(decisionActivity({ action: "assign", userId: null }, 3)).toEqual({ kind: "issues_unassigned", detail: "3" });
    expect(decisionActivity({ action: "snooze", until: "2026-12-24" }, 1)).toEqual({ kind: "issues_snoozed", detail: "1" });
  });
});
