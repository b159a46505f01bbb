import type { Severity } from "../finding.ts";

/** What a grammar checker says of a stretch of text; `start` and `end` in UTF-16 code units. */
export type SentenceReport = {
  rule: string;
  /** Who says so, as the table of rules names it: "harper/ThenThan", "pattern/could-of". */
  by: string;
  severity: Severity;
  confidence: number;
  message: string;
  start: number;
  end: number;
  suggestions: string[];
};
