import type { Wording } from "#worker/core/checks/finding.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import type { IssueView } from "../issues/issue-view.ts";

/** An Issue as a row of a list. */
export type ListedIssue = Wording & {
  id: string;
  siteId: string;
  siteName: string;
  state: IssueState;
  snoozedUntil: Date | null;
  openedAt: Date;
  fixedAt: Date | null;
  /** A member of the Team. */
  assigneeId: string | null;
  fixedBy: IssueView["fixedBy"];
  /** True if the last Crawl found it, and that was not the first. */
  isNew: boolean;
  /** The page with the shortest address of all that have it; null if it is gone or its address is very long. */
  page: { id: string; url: string } | null;
  pageCount: number;
};
