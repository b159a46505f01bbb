import type { IssueState } from "../../issues/issue.ts";

/** An Issue as the page shows it that a link in a mail leads to. */
export type MailedIssue = {
  id: string;
  check: string;
  text: string;
  excerpt: string;
  message: string;
  state: IssueState;
  siteId: string;
  siteName: string;
  teamId: string;
};

const UNDECIDED: readonly IssueState[] = ["open", "reopened", "unconfirmed", "recurring"];

/** True while a person can still ignore the Issue or mark it as fixed. */
export function isUndecided({ state }: Pick<MailedIssue, "state">): boolean {
  return UNDECIDED.includes(state);
}
