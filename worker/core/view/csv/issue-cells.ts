import { CHECK_KINDS } from "../../checks/check-kinds.ts";
import type { Wording } from "../../checks/finding.ts";
import type { IssueState } from "../../issues/issue.ts";
import { STATE_WORDS, severityWords } from "../issues/issue-words.ts";
import type { CsvCell } from "./csv-row.ts";

/** An Issue as a row of an exported list. `url`: the page with the shortest address, "" if it is on none any more. */
export type ExportedIssue = Wording & {
  id: string;
  siteId: string;
  siteName: string;
  state: IssueState;
  url: string;
  pageCount: number;
  openedAt: Date;
  fixedAt: Date | null;
  assignee: string | null;
};

export const ISSUE_HEADINGS = [
  "Site",
  "Check",
  "Kind",
  "Mistake",
  "Suggestions",
  "Sentence",
  "Explanation",
  "State",
  "First page",
  "Pages",
  "Found",
  "Fixed",
  "Assigned to",
  "Rule",
  "Issue",
] as const;

/** Returns the cells of an Issue, in the order of `ISSUE_HEADINGS`. Its last is its address in the product. */
export function issueCells(issue: ExportedIssue, appUrl: string): CsvCell[] {
  const { siteName, check, text, suggestions, excerpt, message, state, url, pageCount, openedAt, fixedAt } = issue;
  return [
    siteName,
    CHECK_KINDS[check].heading,
    severityWords(issue),
    text,
    suggestions.map((suggestion) => suggestion || "(remove it)").join(" | "),
    excerpt,
    message,
    STATE_WORDS[state],
    url,
    pageCount,
    openedAt,
    fixedAt,
    issue.assignee,
    issue.rule,
    new URL(`/sites/${issue.siteId}/issues/${issue.id}`, appUrl).href,
  ];
}
