import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { applyDecision, type Wanted } from "#worker/core/issues/decisions/apply-decision.ts";
import type { Decided } from "#worker/core/issues/decisions/decision-details.ts";
import { type PastEvent, undoDecision } from "#worker/core/issues/decisions/undo-decision.ts";
import { ISSUE_STATES, type IssueState } from "#worker/core/issues/issue.ts";

const now = new Date("2026-11-21T12:00:00Z");

function decided(state: IssueState, fields: Partial<Decided> = {}): Decided {
  const held = { snoozedUntil: null, snoozedTexts: [], resumeState: null, ignoreRuleId: null, assigneeId: null };
  const course = { missed: 1, met: 2, successor: "x", returns: 3 };
  const fixedAt = state === "fixed" ? "2026-11-20T00:00:00.000Z" : null;
  const snooze = state === "snoozed" ? { snoozedUntil: "2026-12-24T00:00:00.000Z", resumeState: "reopened" as const } : {};
  return { state, fixedAt, ...held, ...course, ...snooze, ...fields };
}

const DECISIONS: Wanted[] = [
  { action: "ignore" },
  { action: "unignore" },
  { action: "mark-fixed" },
  { action: "wake" },
  { action: "snooze", until: "2027-01-01", snooze: { until: "2027-01-01T00:00:00.000Z", texts: [] } },
  { action: "snooze", until: "text-changes", snooze: { until: null, texts: ["a"] } },
  { action: "assign", userId: "anna" },
  { action: "assign", userId: null },
];

/** Applies a decision and returns the Issue afterwards with the event; null if nothing changes. */
function decide(issue: Decided, wanted: Wanted, decisionId: string): { after: Decided; event: PastEvent } | null {
  const decision = applyDecision(issue, wanted, now);
  if (!decision) return null;
  const assignee = wanted.action === "assign" ? { assigneeId: wanted.userId } : {};
  const details = { previous: issue, ...assignee };
  const event = { kind: decision.kind, before: issue.state, decisionId, isByPerson: true, details };
  return { after: { ...issue, ...decision.after }, event };
}
const byCrawl = (kind: PastEvent["kind"]): PastEvent => ({
  ...{ kind, before: "open", decisionId: null, isByPerson: false, details: {} },
});
const undoOf = (decisionId: string): PastEvent => ({
  ...{ kind: "undone", before: "open", decisionId, isByPerson: true, details: {} },
});

describe("undoing a decision", () => {
  it.each(ISSUE_STATES.flatMap((state) => DECISIONS.map((wanted) => [state, wanted] as const)))(
    "restores a %s issue exactly after %o",
    (state, wanted) => {
      const issue = decided(state, { assigneeId: "ben" });
      const made = decide(issue, wanted, "1");
      if (!made) return;
      const undoing = undoDecision(made.after, [byCrawl("opened"), made.event], "1");
      expect(undoing).toMatchObject({ restored: {} });
      expect({ ...made.after, ...("restored" in undoing ? undoing.restored : {}) }).toEqual(issue);
    },
  );

  it("restores what was before any series of decisions, undone from the last to the first", () => {
    const random = makeRandom(7);
    const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
    for (let round = 0; round < 300; round += 1) {
      const start = decided(pick(ISSUE_STATES.filter((state) => state !== "snoozed")));
      const before: { id: string; issue: Decided }[] = [];
      const events: PastEvent[] = [byCrawl("opened")];
      let issue = start;
      for (let step = 0; step < 5; step += 1) {
        const id = `${step}`;
        const made = decide(issue, pick(DECISIONS), id);
        if (!made) continue;
        before.push({ id, issue });
        events.push(made.event);
        issue = made.after;
      }
      for (const { id, issue: wanted } of before.toReversed()) {
        const undoing = undoDecision(issue, events, id);
        if (!("restored" in undoing)) throw new Error(`Round ${round}: ${JSON.stringify(undoing)}`);
        issue = { ...issue, ...undoing.restored };
        events.push(undoOf(id));
        expect(issue).toEqual(wanted);
      }
      expect(issue).toEqual(start);
    }
  });

  it("says why it is impossible", () => {
    const ignored = decide(decided("open"), { action: "ignore" }, "1");
    const fixed = decide(decided("open"), { action: "mark-fixed" }, "1");
    const assigned = decide(decided("open"), { action: "assign", userId: "anna" }, "1");
    const again = assigned && decide(assigned.after, { action: "assign", userId: "ben" }, "2");
    if (!ignored || !fixed || !assigned || !again) throw new Error("A decision changed nothing.");
    expect(undoDecision(decided("reopened"), [fixed.event, byCrawl("reopened")], "1")).toEqual({ obstacle: "crawl" });
    expect(undoDecision(decided("unconfirmed"), [fixed.event], "1")).toEqual({ obstacle: "crawl" });
    expect(undoDecision(decided("open"), [fixed.event, byCrawl("woken")], "1")).toEqual({ obstacle: "woken" });
    expect(undoDecision(ignored.after, [fixed.event, { ...ignored.event, decisionId: "2" }], "1")).toEqual({
      obstacle: "person",
    });
    expect(undoDecision(again.after, [assigned.event, again.event], "1")).toEqual({ obstacle: "person" });
    expect(undoDecision(decided("open"), [ignored.event, undoOf("1")], "1")).toEqual({ obstacle: "nothing" });
    expect(undoDecision(decided("open"), [ignored.event, undoOf("1")], undefined)).toEqual({ obstacle: "nothing" });
    expect(undoDecision(decided("open"), [byCrawl("opened")], undefined)).toEqual({ obstacle: "crawl" });
    expect(undoDecision(decided("open"), [], undefined)).toEqual({ obstacle: "nothing" });
    const taught = { ...ignored.event, kind: "taught" as const };
    expect(undoDecision(decided("fixed"), [taught], "1")).toEqual({ obstacle: "dictionary" });
    const covered = { ...ignored.event, details: { ignoreRuleId: "r" } };
    expect(undoDecision(ignored.after, [covered], undefined)).toEqual({ obstacle: "ignore-rule" });
  });

  it("takes an assignment back even if a crawl or a decision has changed the state since", () => {
    const assigned = decide(decided("open"), { action: "assign", userId: "anna" }, "1");
    if (!assigned) throw new Error("Assigning changed nothing.");
    const fixed = { ...assigned.after, state: "fixed" as const };
    expect(undoDecision(fixed, [assigned.event, byCrawl("fixed")], "1")).toEqual({
      restored: { assigneeId: null },
      decisionId: "1",
    });
  });

  it("restores the state of decisions that earlier versions recorded without details", () => {
    const event = { kind: "marked-fixed", before: "reopened", decisionId: null, isByPerson: true, details: {} } as const;
    expect(undoDecision(decided("fixed"), [event], undefined)).toMatchObject({
      restored: { state: "reopened", fixedAt: null },
    });
  });
});

describe("a decision", () => {
  it("does not snooze what is fixed", () => {
    expect(applyDecision(decided("fixed"), { action: "snooze", until: "2027-01-01" }, now)).toBeNull();
  });

  it("keeps the state from before the first snooze when it is snoozed again", () => {
    const wanted = { action: "snooze", until: "2027-01-01", snooze: { until: "2027-01-01T00:00:00.000Z", texts: [] } } as const;
    const made = applyDecision(decided("snoozed"), { ...wanted, snooze: { ...wanted.snooze, texts: [] } }, now);
    expect(made?.after).toMatchObject({ resumeState: "reopened", snoozedUntil: "2027-01-01T00:00:00.000Z" });
  });

  it.each(["unignore", "snooze"] as const)("cannot %s what a rule for more than the issue ignores", (action) => {
    const issue = decided("ignored", { ignoreRuleId: "r", resumeState: "open" });
    const wanted: Wanted = action === "snooze" ? { action, until: "2027-01-01" } : { action };
    expect(() => applyDecision(issue, wanted, now)).toThrow(/Restore that rule/);
  });
});
