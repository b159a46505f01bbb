import type { IssueCourse, IssueEventKind, IssueState } from "./issue.ts";

/** `before` is null for a new Issue; `event` is null if only the state or the course changes. */
export type IssueChange = {
  id: string | null;
  fingerprint: string;
  before: IssueState | null;
  after: IssueState;
  course: IssueCourse;
  event: Extract<IssueEventKind, "opened" | "fixed" | "reopened"> | null;
  /** Shown in the history, never mailed. */
  quiet: boolean;
};
