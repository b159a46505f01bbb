export const CHECK_IDS = ["spelling", "grammar", "content", "links"] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const SEVERITIES = ["error", "warning", "hint"] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What a Check says now about one Block or link: one shape for all checks.
 * Finding (seen now) is not Issue (followed over time): see core/issues.
 */
export type Finding = {
  check: CheckId;
  /** The reason within the check, stable across wordings: `spelling/unknown-word`, `grammar/repeated-word`, `links/not-found` … */
  rule: string;
  severity: Severity;
  /** 0 to 1. Below `MAIL_CONFIDENCE` a Finding is shown, never mailed. */
  confidence: number;
  /** One plain sentence for the owner. */
  message: string;
  /** Exactly what is wrong as it stands on the page: the word, the phrase, or for links the target URL. */
  text: string;
  /** Best first; empty where none is known. */
  suggestions: string[];
  /** The sentence around it, or the link text. */
  excerpt: string;
  /** Where `text` stands in the Block's text, in UTF-16 code units; null for links. */
  range: { start: number; end: number } | null;
  /** What the fingerprint is made of beside the rule, normalised: the word, or the target. */
  subject: string;
  /** Days on which it holds, where time alone decides: a deadline passes. Both in UTC, ISO 8601; `until` is the first day on which it holds no more. */
  holds?: { from: string; until: string | null } | undefined;
};

/** Findings under this confidence are shown on the site page but never mailed. */
export const MAIL_CONFIDENCE = 0.6;

/** Whether a Finding is true at a time: not before the day from which it holds. */
export function holdsAt({ holds }: Pick<Finding, "holds">, now: Date): boolean {
  const day = now.toISOString().slice(0, 10);
  return holds === undefined || (holds.from <= day && (holds.until === null || day < holds.until));
}
