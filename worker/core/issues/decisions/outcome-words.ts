import { plural } from "../../text/plural.ts";
import type { DecisionOutcome, IssueDecision, UndoObstacle } from "./issue-decision.ts";

const DONE: Record<Exclude<IssueDecision["action"], "undo">, string> = {
  ignore: "Ignored",
  unignore: "No longer ignored",
  "mark-fixed": "Marked as fixed",
  wake: "No longer snoozed",
  snooze: "Snoozed",
  assign: "Assigned",
};

const OBSTACLES: Record<UndoObstacle, (isOne: boolean) => string> = {
  crawl: (isOne) => `because a crawl has changed ${isOne ? "it" : "them"} since`,
  woken: (isOne) => `because ${isOne ? "its snooze has" : "their snoozes have"} ended`,
  person: (isOne) => `because ${isOne ? "it was" : "they were"} changed again since`,
  dictionary: (isOne) => `because the dictionary has the word now; to get ${isOne ? "it" : "them"} back, remove the word there`,
  "ignore-rule": (isOne) =>
    `because a rule ignores ${isOne ? "it" : "them"}; restore the rule in the settings, under “Ignored”`,
  nothing: () => "because there is nothing left to undo",
};

/** Returns what a decision did, in a sentence; for an undo, also what could not be undone and why. */
export function outcomeWords(change: IssueDecision, { changed, obstacles }: DecisionOutcome): string {
  if (change.action !== "undo") {
    const done = change.action === "assign" && change.userId === null ? "No longer assigned" : DONE[change.action];
    return `${done}: ${plural(changed, "issue")}.`;
  }
  const total = changed + obstacles.length;
  const groups = [...Map.groupBy(obstacles, (one) => one)];
  const left = groups.map(([obstacle, { length }]) => {
    const reason = OBSTACLES[obstacle](length === 1);
    return total === 1 ? `This could not be undone, ${reason}.` : `${length} of ${total} could not be undone, ${reason}.`;
  });
  return left.length === 0 ? "Undone." : left.join(" ");
}
