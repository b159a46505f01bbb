import type { Finding } from "#worker/core/checks/finding.ts";
import { type IssueState, type KnownIssue, NEW_COURSE, type SeenIssue } from "#worker/core/issues/issue.ts";

/** A misspelling as a check finds it in "You will recieve it." */
export function makeFinding(fields: Partial<Finding> = {}): Finding {
  return {
    check: "spelling",
    rule: "spelling/unknown-word",
    severity: "error",
    confidence: 0.9,
    message: "“recieve” is not a known word.",
    text: "recieve",
    suggestions: ["receive"],
    excerpt: "You will recieve it.",
    range: { start: 9, end: 16 },
    subject: "recieve",
    ...fields,
  };
}

export function makeSeen(fingerprint: string, fields: Partial<SeenIssue> = {}): SeenIssue {
  const { range: _range, holds: _holds, ...wording } = makeFinding();
  return { ...wording, fingerprint, earlier: [], occurrences: [], isOldText: false, ...fields };
}

export function makeKnown(
  fingerprint: string,
  state: IssueState,
  confidence = 0.9,
  fields: Partial<KnownIssue> = {},
): KnownIssue {
  const { check, rule, subject, text } = makeFinding();
  const wording = { check, rule, subject, text, confidence };
  return { id: `id of ${fingerprint}`, fingerprint, state, course: NEW_COURSE, occurrences: [], ...wording, ...fields };
}
