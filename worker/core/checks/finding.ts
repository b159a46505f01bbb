import { z } from "zod";
import { CHECK_IDS } from "./check-kinds.ts";

export const SEVERITIES = ["error", "warning", "hint"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What travels from a Finding to its Issue, the mails and the report. */
export const wordingSchema = z.object({
  check: z.enum(CHECK_IDS),
  /** The reason within the check, stable across wordings: `spelling/unknown-word`, `grammar/repeated-word`, `links/not-found` … */
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  /** 0 to 1. Below `MAIL_CONFIDENCE` a Finding is shown, never mailed. */
  confidence: z.number(),
  /** One plain sentence for the owner. */
  message: z.string(),
  /** Exactly what is wrong, as the page says it: the word, the phrase, or for links the target URL. */
  text: z.string(),
  /** Best first; empty where none is known. */
  suggestions: z.array(z.string()),
  /** The sentence around it, or the link text. */
  excerpt: z.string(),
  /** What the fingerprint is made of beside the rule, normalised: the word, or the target. */
  subject: z.string(),
});
export type Wording = z.infer<typeof wordingSchema>;

/**
 * What a Check says now about one Block or link: one shape for all checks.
 * Finding (seen now) is not Issue (followed over time): see core/issues.
 */
export type Finding = Wording & {
  /** Position of `text` in the Block's text, in UTF-16 code units; null for links. */
  range: { start: number; end: number } | null;
  /** Days on which it holds, where time alone decides: a deadline passes. Both in UTC, ISO 8601; `until` is the first day on which it holds no more. */
  holds?: { from: string; until: string | null } | undefined;
};

/** Returns the wording of a Finding, and nothing else of it. */
export function wordingOf({
  check,
  rule,
  severity,
  confidence,
  message,
  text,
  suggestions,
  excerpt,
  subject,
}: Wording): Wording {
  return { check, rule, severity, confidence, message, text, suggestions, excerpt, subject };
}

/** Findings under this confidence are shown on the site page but never mailed. */
export const MAIL_CONFIDENCE = 0.6;

/** True if a Finding holds at a time: not before the day from which it holds. */
export function holdsAt({ holds }: Pick<Finding, "holds">, now: Date): boolean {
  const day = now.toISOString().slice(0, 10);
  return holds === undefined || (holds.from <= day && (holds.until === null || day < holds.until));
}
