import type { Finding, Wording } from "../checks/finding.ts";

/**
 * States of an Issue.
 * open → fixed (gone from the site) → reopened (counts as open again); ignored: by a person; unconfirmed: a link that failed
 * once; recurring: it comes and goes, as on a rotating text, so it is no longer mailed. An Issue that a person marks as fixed is
 * `fixed`, too, until a crawl sees it again.
 */
export const ISSUE_STATES = ["open", "fixed", "reopened", "ignored", "snoozed", "unconfirmed", "recurring"] as const;
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
  "snoozed",
  "woken",
  "assigned",
] as const;
export type IssueEventKind = (typeof ISSUE_EVENT_KINDS)[number];

/** Location of an Issue: a page, and the Block or link on it. */
export type Occurrence = { url: string; selector: string; blockHash: string | null; excerpt: string; range: Finding["range"] };

/** The selector of an Occurrence that is about a page as a whole, such as a text that it lacks. */
export const WHOLE_PAGE = "body";

/** Findings with one fingerprint, gathered over all pages of one Crawl. */
export type SeenIssue = Wording & {
  fingerprint: string;
  /** Fingerprints that earlier versions gave the same Findings. */
  earlier: string[];
  occurrences: Occurrence[];
  /** True if all its Blocks existed at the last Crawl: a new rule found it, so it is shown and not mailed. */
  isOldText: boolean;
  /** The IgnoreRule that ignores all its places; absent: none. */
  ignoredBy?: string;
};

/**
 * The way of an Issue over the Crawls. `missed`, `met`: Crawls in a row that did not see it, and (for recurring ones) that did. `successor`:
 * hash of what was at its place when it was first missed. `returns`: times that it came back by itself.
 */
export type IssueCourse = { missed: number; met: number; successor: string | null; returns: number };

export const NEW_COURSE: IssueCourse = { missed: 0, met: 0, successor: null, returns: 0 };

/** A location of a known Issue at the last Crawl that saw it, and what is there now. */
export type KnownPlace = Pick<Occurrence, "url" | "selector" | "excerpt"> & {
  /** True if the page no longer exists. */
  isPageGone: boolean;
  /** True if this Crawl did not read the page, so that what is there now is what the last Crawl saw; of one that is gone: it could not be read. */
  isUnread: boolean;
  /** The Block at the place, or the link, whose address is the hash; null if there is none. */
  now: { hash: string; text: string } | null;
  /** For a text: the texts that the page says since this Crawl. Absent: none. */
  fresh?: readonly string[];
  /** For a link: the page still links to its target. Absent: it does not. */
  isStillLinked?: boolean;
};

/** A stored Issue, as far as reconciling needs it. */
export type KnownIssue = Pick<Wording, "check" | "rule" | "subject" | "text" | "confidence"> & {
  id: string;
  fingerprint: string;
  state: IssueState;
  course: IssueCourse;
  /** Its last places; empty where they do not matter because this Crawl sees it. */
  occurrences: KnownPlace[];
  /** The IgnoreRule that ignores it; absent: none, or a person ignored this Issue alone. */
  ignoredBy?: string | undefined;
  /** The end of its snooze, and the state to return to from it or from an IgnoreRule. */
  snooze?: Snooze | undefined;
};

/** `until`: null if it ends when the texts change. `resume`: the state before. */
export type Snooze = { until: Date | null; texts: readonly string[]; resume: IssueState };
