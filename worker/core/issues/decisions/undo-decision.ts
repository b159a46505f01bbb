import { type IssueEventKind, type IssueState, NEW_COURSE } from "../issue.ts";
import type { Decided, DecisionDetails } from "./decision-details.ts";
import type { UndoObstacle } from "./issue-decision.ts";

/** An IssueEvent as far as undoing needs it. `isByPerson`: a person, not a Crawl, caused it. */
export type PastEvent = {
  kind: IssueEventKind;
  before: IssueState | null;
  decisionId: string | null;
  isByPerson: boolean;
  details: DecisionDetails;
};
/** `decisionId`: of the decision that is undone; events of earlier versions have none. */
export type Undoing = { restored: Partial<Decided>; decisionId: string | null } | { obstacle: UndoObstacle };

/** The state after each decision about a state, which the Issue must still have. That of waking depends on what was before. */
const STATE_AFTER: Partial<Record<IssueEventKind, IssueState>> = {
  ignored: "ignored",
  unignored: "open",
  "marked-fixed": "fixed",
  snoozed: "snoozed",
  taught: "fixed",
};

/**
 * Returns the columns that undoing a decision restores, or why it cannot be undone. The Issue's events come oldest first. Assigning and
 * deciding about the state do not get in each other's way; decisions that were undone count as never made.
 */
export function undoDecision(
  issue: Pick<Decided, "state" | "assigneeId">,
  events: readonly PastEvent[],
  wanted: string | undefined,
): Undoing {
  const undone = new Set(events.flatMap(({ kind, decisionId }) => (kind === "undone" && decisionId ? [decisionId] : [])));
  const at = wanted
    ? events.findLastIndex(({ kind, decisionId }) => decisionId === wanted && kind !== "undone")
    : events.length - 1;
  const target = events[at];
  if (!target || target.kind === "undone" || (target.decisionId !== null && undone.has(target.decisionId)))
    return { obstacle: "nothing" };
  if (!target.isByPerson) return { obstacle: "crawl" };
  if (target.kind === "taught") return { obstacle: "dictionary" };
  if (target.details.ignoreRuleId !== undefined) return { obstacle: "ignore-rule" };
  const isInForce = ({ decisionId }: PastEvent) => decisionId === null || !undone.has(decisionId);
  const newer = events.slice(at + 1).filter((event) => isInForce(event) && isAboutState(event) === isAboutState(target));
  const last = newer.at(-1);
  if (last) return { obstacle: last.isByPerson ? "person" : last.kind === "woken" ? "woken" : "crawl" };
  const { previous } = target.details;
  if (target.kind === "assigned")
    return previous && issue.assigneeId === (target.details.assigneeId ?? null)
      ? { restored: { assigneeId: previous.assigneeId }, decisionId: target.decisionId }
      : { obstacle: "person" };
  const expected = target.kind === "woken" ? (previous?.resumeState ?? "open") : STATE_AFTER[target.kind];
  if (expected !== undefined && issue.state !== expected) return { obstacle: "crawl" };
  if (!previous) return restoreState(target);
  const { assigneeId, ...restored } = previous;
  return { restored, decisionId: target.decisionId };
}

/** Restores the state alone, for events of earlier versions. */
function restoreState({ before, decisionId }: PastEvent): Undoing {
  if (before === null) return { obstacle: "nothing" };
  return { restored: { state: before, fixedAt: null, ...NEW_COURSE }, decisionId };
}

function isAboutState({ kind }: PastEvent): boolean {
  return kind !== "assigned";
}
