import type { Severity } from "../../finding.ts";

/** A rule that finds a mistake by patterns and suggests corrections. */
export type PatternRule = {
  /** Names the rule in rule-table.json. */
  id: string;
  /** Lists patterns (see compile-pattern.ts); a match of any of them is reported. */
  patterns: readonly string[];
  /**
   * Lists replacements for the reported words, best first: `{2}` is the word of the second element, `{2:V}` its base form (see
   * write-fix.ts).
   */
  fixes: readonly string[];
  /** Lists wrong sentences, each with `=>` and its correction by the first fix. They serve as tests. */
  wrong: readonly string[];
  /** Lists correct sentences that resemble the wrong ones. They serve as tests. */
  right: readonly string[];
  /** Least lead of the correction over what is written in the table of neighbours (see sequence-lead.ts); a loose rule needs one. */
  lead?: number;
};

/** Rules that share the fields of their reports. In `message`, `{text}` is the written text and `{fix}` the first suggestion. */
export type PatternGroup = {
  rule: string;
  severity: Severity;
  confidence: number;
  message: string;
  /** True if explain-fix.ts may replace the message of the group by one about the form or the words that a fix changes. */
  isExplained?: true;
  patterns: readonly PatternRule[];
};

type Several = string | readonly string[];

/** Returns a rule; each argument can be one string or several. */
export function pattern(id: string, patterns: Several, fixes: Several, wrong: Several, right: Several = []): PatternRule {
  return { id, patterns: [patterns].flat(), fixes: [fixes].flat(), wrong: [wrong].flat(), right: [right].flat() };
}

/** Returns a loose rule, which reports only where the first correction leads by `lead` in the table of neighbours. */
export function judged(lead: number, ...rule: Parameters<typeof pattern>): PatternRule {
  return { ...pattern(...rule), lead };
}

/**
 * Returns rules for rows of the form "pattern => fix", with `//` between several fixes. Each row serves as its own example.
 * @throws an error if a row does not have this form
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
