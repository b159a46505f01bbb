import type { Severity } from "../finding.ts";

/** A report of a grammar checker about a range of a text. `start` and `end` are in UTF-16 code units. */
export type SentenceReport = {
  rule: string;
  /** Names the checker and its rule, as rule-table.json does: "harper/ThenThan", "pattern/could-of". */
  by: string;
  severity: Severity;
  confidence: number;
  message: string;
  start: number;
  end: number;
  suggestions: string[];
};
