import type { Severity } from "../finding.ts";

/** What a grammar checker says of a stretch of text; `start` and `end` in UTF-16 code units. */
export type SentenceReport = {
  rule: string;
  severity: Severity;
  confidence: number;
  message: string;
  start: number;
  end: number;
  suggestions: string[];
};
