import type { Finding, Wording } from "../checks/finding.ts";

/**
 * States of an Issue.
 * open → fixed (gone from the site) → reopened (counts as open again); ignored: by a person; unconfirmed: a link that failed
 * once. An Issue that a person marks as fixed is `fixed`, too, until a crawl sees it again.
 */
export const ISSUE_STATES = ["open", "fixed", "reopened", "ignored", "snoozed", "unconfirmed"] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** Kinds of state changes. Each is stored as a row, and digests are made from the rows not yet mailed to a recipient. */
export const ISSUE_EVENT_KINDS = [
  "opened",
  "fixed",
  "reopened",
  "ignored",
  "unignored",
  "marked-fixed",
  "taught",
  "undone",
] as const;
export type IssueEventKind = (typeof ISSUE_EVENT_KINDS)[number];

/** Location of an Issue: a page, and the Block or link on it. */
export type Occurrence = { url: string; selector: string; blockHash: string | null; excerpt: string; range: Finding["range"] };

/** Findings with one fingerprint, gathered over all pages of one Crawl. */
export type SeenIssue = Wording & {
  fingerprint: string;
  occurrences: Occurrence[];
  /** True if all its Blocks existed at the last Crawl: a new rule found it, so it is shown and not mailed. */
  isOldText: boolean;
};

/** A stored Issue, as far as reconciling needs it. */
export type KnownIssue = {
  id: string;
  fingerprint: string;
  state: IssueState;
  confidence: number;
};
