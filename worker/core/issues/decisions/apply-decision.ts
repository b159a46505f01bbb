import { DomainError } from "../../errors.ts";
import { type IssueEventKind, type IssueState, NEW_COURSE } from "../issue.ts";
import type { Decided } from "./decision-details.ts";
import type { IssueDecision } from "./issue-decision.ts";

/** `snooze`: the end of a wanted snooze, a moment or the texts that must change. */
export type Wanted = Exclude<IssueDecision, { action: "undo" }> & {
  snooze?: { until: string | null; texts: string[] };
};
/** `after`: the columns that change; `kind`: the event to record. */
export type Decision = { after: Partial<Decided>; kind: IssueEventKind };

/** States that a snooze or an IgnoreRule interrupts and that come back afterwards. */
const RESUMED: ReadonlySet<IssueState> = new Set(["open", "reopened", "recurring", "unconfirmed"]);
const AWAKE: Partial<Decided> = { snoozedUntil: null, snoozedTexts: [], resumeState: null, ignoreRuleId: null };

/**
 * Returns what a person's decision changes about an Issue; null if it is so already, or if a fixed Issue is to be snoozed. After a decision
 * about its state, coming back is news again.
 * @throws DomainError `conflict` if a rule for more than this Issue ignores it, which this decision cannot change.
 */
export function applyDecision(issue: Decided, wanted: Wanted, now: Date): Decision | null {
  const { state } = issue;
  switch (wanted.action) {
    case "ignore":
      return state === "ignored" ? null : decide("ignored", { state: "ignored", fixedAt: null, ...AWAKE, ...NEW_COURSE });
    case "unignore":
      if (state === "snoozed") return wake(issue);
      if (state !== "ignored") return null;
      refuseIfCovered(issue);
      return decide("unignored", { state: "open", fixedAt: null, ...AWAKE, ...NEW_COURSE });
    case "mark-fixed":
      if (state === "fixed") return null;
      return decide("marked-fixed", { state: "fixed", fixedAt: now.toISOString(), ...AWAKE, ...NEW_COURSE });
    case "wake":
      return state === "snoozed" ? wake(issue) : null;
    case "snooze":
      return snooze(issue, wanted.snooze ?? { until: null, texts: [] });
    case "assign":
      return issue.assigneeId === wanted.userId ? null : decide("assigned", { assigneeId: wanted.userId });
  }
}

function wake({ resumeState }: Decided): Decision {
  return decide("woken", { ...AWAKE, state: resumeState ?? "open" });
}

function snooze(issue: Decided, { until, texts }: { until: string | null; texts: string[] }): Decision | null {
  if (issue.state === "fixed") return null;
  refuseIfCovered(issue);
  const isSame = issue.snoozedUntil === until && issue.snoozedTexts.join() === texts.join();
  if (issue.state === "snoozed" && isSame) return null;
  const resumeState = RESUMED.has(issue.state) ? issue.state : issue.state === "snoozed" ? issue.resumeState : "open";
  return decide("snoozed", { state: "snoozed", snoozedUntil: until, snoozedTexts: texts, resumeState });
}

function refuseIfCovered({ ignoreRuleId }: Decided): void {
  if (ignoreRuleId === null) return;
  throw new DomainError(
    "conflict",
    "A rule for more than this issue ignores it. Restore that rule in the settings of the site, under “Ignored”.",
  );
}

function decide(kind: IssueEventKind, after: Partial<Decided>): Decision {
  return { kind, after };
}
