import type { IssueState } from "../../issues/issue.ts";

/**
 * Lists into which a site's Issues are divided. `hints`: open, but too uncertain to mail (confidence below `MAIL_CONFIDENCE`,
 * or a link that failed only once). `recurring`: issues that come and go by themselves.
 */
export const ISSUE_GROUPS = ["open", "hints", "recurring", "ignored", "fixed"] as const;
export type IssueGroup = (typeof ISSUE_GROUPS)[number];

/** States in a group, before confidence separates "open" from "hints". */
export const GROUP_STATES: Record<IssueGroup, IssueState[]> = {
  open: ["open", "reopened"],
  hints: ["open", "reopened", "unconfirmed"],
  recurring: ["recurring"],
  ignored: ["ignored", "snoozed"],
  fixed: ["fixed"],
};
