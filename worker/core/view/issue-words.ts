import type { CheckId, Severity } from "../checks/finding.ts";
import type { IssueState } from "../issues/issue.ts";

/** A check's name, as a heading. */
export const CHECK_NAMES: Record<CheckId, string> = {
  spelling: "Spelling",
  grammar: "Grammar",
  content: "Left-over text",
  links: "Links",
};

/** What one Issue of a check is called, in the singular and the plural. */
export const CHECK_NOUNS: Record<CheckId, [one: string, many: string]> = {
  spelling: ["spelling mistake", "spelling mistakes"],
  grammar: ["grammar mistake", "grammar mistakes"],
  content: ["left-over text", "left-over texts"],
  links: ["link problem", "link problems"],
};

const SEVERITY_WORDS: Record<Severity, string> = { error: "Mistake", warning: "Probably a mistake", hint: "Worth a look" };
const LINK_SEVERITY_WORDS: Record<Severity, string> = { error: "Broken", warning: "Needs attention", hint: "Worth a look" };

/** How bad it is, in words. */
export function severityWords(check: CheckId, severity: Severity): string {
  return check === "links" ? LINK_SEVERITY_WORDS[severity] : SEVERITY_WORDS[severity];
}

/** What has become of an Issue, in a word or two. */
export const STATE_WORDS: Record<IssueState, string> = {
  open: "Open",
  reopened: "Came back",
  fixed: "Fixed",
  ignored: "Ignored",
  snoozed: "Snoozed",
  unconfirmed: "Failed once, not confirmed yet",
};
