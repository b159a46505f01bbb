import type { CheckId } from "../../checks/check-kinds.ts";
import type { Severity } from "../../checks/finding.ts";
import type { IssueState } from "../../issues/issue.ts";

const SEVERITY_WORDS: Record<Severity, string> = { error: "Mistake", warning: "Probably a mistake", hint: "Worth a look" };
const LINK_SEVERITY_WORDS: Record<Severity, string> = { error: "Broken", warning: "Needs attention", hint: "Worth a look" };

/** Link rules with their own words instead of those of their severity. */
const LINK_RULE_WORDS: Readonly<Record<string, string>> = {
  "links/gone-soft": "Gone",
  "links/leads-home": "Probably gone",
  "links/parked": "Domain for sale",
  "links/maybe-parked": "Maybe for sale",
  "links/moved": "Moved",
  "links/fragment": "Anchor missing",
  "links/mixed-content": "Not secure",
  "links/insecure": "Not secure",
  "links/style-sheet": "File missing",
  "links/malformed": "Wrong address",
  "links/relative": "Leads to copies",
  "links/mail-address": "Wrong address",
  "links/phone-number": "Wrong number",
};

/** Returns an Issue's severity in words; for some link rules, the kind of fault instead. */
export function severityWords({ check, severity, rule }: { check: CheckId; severity: Severity; rule: string }): string {
  if (check === "style") return "Your style";
  return check === "links" ? (LINK_RULE_WORDS[rule] ?? LINK_SEVERITY_WORDS[severity]) : SEVERITY_WORDS[severity];
}

/** States of an Issue, in a few words. */
export const STATE_WORDS: Record<IssueState, string> = {
  open: "Open",
  reopened: "Came back",
  fixed: "Fixed",
  ignored: "Ignored",
  snoozed: "Snoozed",
  unconfirmed: "Failed once, not confirmed yet",
  recurring: "Comes and goes",
};
