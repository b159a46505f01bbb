import type { IssueCourse, IssueEventKind, IssueState } from "./issue.ts";

/** `before` is null for a new Issue; `event` is null if only the state or the course changes. */
export type IssueChange = {
  id: string | null;
  fingerprint: string;
  before: IssueState | null;
  after: IssueState;
  course: IssueCourse;
  event: Extract<IssueEventKind, "opened" | "fixed" | "reopened" | "ignored" | "woken"> | null;
  /** Shown in the history, never mailed. */
  quiet: boolean;
  /** The hold that keeps it out of the list from now on: an IgnoreRule, and the state to return to. Absent: as before. */
  held?: { ignoreRuleId: string | null; resumeState: IssueState | null };
};

/** Nothing keeps the Issue out of the list. */
export const RELEASED = { ignoreRuleId: null, resumeState: null } as const;
