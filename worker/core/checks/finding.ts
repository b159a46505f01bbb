import { z } from "zod";
import { CHECK_IDS } from "./check-kinds.ts";

export const SEVERITIES = ["error", "warning", "hint"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The fields that a Finding, its Issue, mails and the report share. */
export const wordingSchema = z.object({
  check: z.enum(CHECK_IDS),
  /** The reason within the check, independent of the message's wording: `spelling/unknown-word`, `links/not-found` … */
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  /** 0 to 1. Findings below `MAIL_CONFIDENCE` are shown, never mailed. */
  confidence: z.number(),
  /** One plain sentence for the site's owner. */
  message: z.string(),
  /** The mistake exactly as the page has it: the word, the phrase, or for links the target URL. */
  text: z.string(),
  /** Best first; empty if none is known. */
  suggestions: z.array(z.string()),
  /** The sentence around the mistake, or the link text. */
  excerpt: z.string(),
  /** Normalised word or target from which, with the rule, the fingerprint is made. */
  subject: z.string(),
});
export type Wording = z.infer<typeof wordingSchema>;

/**
 * Describes a mistake that a check found in one Block or link; all checks use this shape.
 * A Finding is seen now; an Issue is followed over time (see core/issues).
 */
export type Finding = Wording & {
  /** Position of `text` in the Block's text, in UTF-16 code units; null for links. */
  range: { start: number; end: number } | null;
  /**
   * Days (UTC, ISO 8601) on which the Finding holds, if time alone decides, as with a deadline. `until` is the first day on
   * which it no longer holds.
   */
  holds?: { from: string; until: string | null } | undefined;
  /** Set for an unknown word that is common in another language, or listed as a misspelling that people make. */
  evidence?: WordEvidence | undefined;
};

export const WORD_EVIDENCE = ["foreign", "listed-slip"] as const;
export type WordEvidence = (typeof WORD_EVIDENCE)[number];

/** Returns only the wording of a Finding. */
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

/** Findings below this confidence are shown on the site page but never mailed. */
export const MAIL_CONFIDENCE = 0.6;

/** True if a Finding holds on the day of `now`. */
export function holdsAt({ holds }: Pick<Finding, "holds">, now: Date): boolean {
  const day = now.toISOString().slice(0, 10);
  return holds === undefined || (holds.from <= day && (holds.until === null || day < holds.until));
}
