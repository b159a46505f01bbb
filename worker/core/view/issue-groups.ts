import type { IssueState } from "../issues/issue.ts";

/**
 * The four lists that a site's Issues fall into. `hints`: open, but too uncertain to be mailed (confidence under MAIL_CONFIDENCE, or a
 * link that failed only once).
 */
export const ISSUE_GROUPS = ["open", "hints", "ignored", "fixed"] as const;
export type IssueGroup = (typeof ISSUE_GROUPS)[number];

/** The states that make up a group, before confidence tells "open" from "hints". */
export const GROUP_STATES: Record<IssueGroup, IssueState[]> = {
  open: ["open", "reopened"],
  hints: ["open", "reopened", "unconfirmed"],
  ignored: ["ignored", "snoozed"],
  fixed: ["fixed"],
};
