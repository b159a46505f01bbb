import type { IssueDecision } from "../issues/decisions/issue-decision.ts";
import type { ActivityKind } from "./activity-kinds.ts";

const KINDS = {
  ignore: "issues_ignored",
  unignore: "issues_restored",
  "mark-fixed": "issues_marked_fixed",
  wake: "issues_woken",
  snooze: "issues_snoozed",
  undo: "decision_undone",
} as const satisfies Record<Exclude<IssueDecision["action"], "assign">, ActivityKind>;

/** Returns a decision about so many Issues as the activity list keeps it. */
export function decisionActivity(
  decision: IssueDecision,
  changed: number,
): { kind: ActivityKind; detail: string; subjectId?: string } {
  const detail = String(changed);
  if (decision.action !== "assign") return { kind: KINDS[decision.action], detail };
  return decision.userId === null
    ? { kind: "issues_unassigned", detail }
    : { kind: "issues_assigned", detail, subjectId: decision.userId };
}
