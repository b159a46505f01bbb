/** Most Issues that one decision may change. */
export const DECIDED_AT_ONCE = 500;
/** The value of `until` for a snooze that ends when the text at the Issue's places changes. */
export const TEXT_CHANGES = "text-changes";

/**
 * A person's decision about Issues. `until` is a day such as "2026-12-24", which begins in each Site's time zone, or `TEXT_CHANGES`.
 * `undo` undoes the decision with this id; without an id, the latest one on each Issue. `userId` null takes an assignment back.
 */
export type IssueDecision =
  | { action: PlainAction }
  | { action: "undo"; decisionId?: string | undefined }
  | { action: "snooze"; until: string }
  | { action: "assign"; userId: string | null };

/**
 * Scopes that a person can ignore beyond one Issue: it on one page, its rule on the Site, links to its target, or links to the target's host.
 */
export const IGNORE_SCOPES = ["page", "rule", "target", "host"] as const;
export type IgnoreScope = (typeof IGNORE_SCOPES)[number];

/** A decision that needs no more than its name. */
export type PlainAction = "ignore" | "unignore" | "mark-fixed" | "wake";

/** Why a decision could not be undone: a Crawl or a person changed the Issue since, or it is undone by other means. */
export type UndoObstacle = "crawl" | "woken" | "person" | "dictionary" | "ignore-rule" | "nothing";

/** The result of a decision. `changed` counts the Issues; those that were so already are not changed. */
export type DecisionOutcome = { decisionId: string; changed: number; obstacles: UndoObstacle[] };
