import type { Wording } from "../checks/finding.ts";

type Merged = Pick<Wording, "text" | "suggestions" | "confidence" | "severity">;

/**
 * Returns the wording for two Findings of one Issue: that of the more confident one, but in small letters if one of them has
 * them. "The" is no suggestion for "teh" within a sentence.
 */
export function mergeWording<W extends Merged>(one: W, other: W): W {
  const [sure, rest] = other.confidence > one.confidence ? [other, one] : [one, other];
  const isSameInSmall = rest.text !== sure.text && rest.text === sure.text.toLowerCase();
  if (!isSameInSmall || rest.suggestions[0]?.toLowerCase() !== sure.suggestions[0]?.toLowerCase()) return sure;
  return { ...rest, confidence: sure.confidence, severity: sure.severity };
}
