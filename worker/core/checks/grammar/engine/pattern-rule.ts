import type { Severity } from "../../finding.ts";

/** What is wrong in some words, how it is told from what is right, and what to write instead. */
export type PatternRule = {
  /** Its name in the table of rules. */
  id: string;
  /** What to look for (see compile-pattern.ts); any of several. */
  patterns: readonly string[];
  /** What to write for the marked words, best first: `{2}` is the second element, `{2:V}` that word as a base verb (see write-fix.ts). */
  fixes: readonly string[];
  /** Wrong sentences, `=>`, and what they are with the first fix. They are the rule's tests. */
  wrong: readonly string[];
  /** Sentences near the wrong ones, in which nothing is wrong. */
  right: readonly string[];
};

/** Rules that are reported in the same way. `{text}` in the message is the written text, `{fix}` the first suggestion. */
export type PatternGroup = {
  rule: string;
  severity: Severity;
  confidence: number;
  message: string;
  /** True if the form or the words that a fix changes explain it better than the group's message does (see explain-fix.ts). */
  isExplained?: true;
  patterns: readonly PatternRule[];
};

type Several = string | readonly string[];

/** A rule in one line. */
export function pattern(id: string, patterns: Several, fixes: Several, wrong: Several, right: Several = []): PatternRule {
  return { id, patterns: [patterns].flat(), fixes: [fixes].flat(), wrong: [wrong].flat(), right: [right].flat() };
}

/**
 * Rules for what is always wrong: rows "pattern => fix", several fixes with `//` between them. Each row is its own example.
 * @throws when a row is not written so
 */
export function phrases(rows: string): PatternRule[] {
  return rows
    .trim()
    .split("\n")
    .map((row) => {
      const [wrong, fixes, ...rest] = row.split(" => ").map((part) => part.trim());
      if (!wrong || !fixes || rest.length > 0) throw new Error(`Write this row as “wrong words => right words”: ${row}`);
      return { id: wrong, patterns: [wrong], fixes: fixes.split(" // "), wrong: [], right: [] };
    });
}
