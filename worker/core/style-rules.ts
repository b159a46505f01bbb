/** Kinds of style advice. Each is off until a Site's owner turns it on, because it flags matters of taste, not mistakes. */
export const STYLE_RULES = ["wordiness", "passive", "sensitive", "readability", "profanity"] as const;
export type StyleRule = (typeof STYLE_RULES)[number];

/** Returns the known style rules among stored names, in the order of `STYLE_RULES`. */
export function knownStyleRules(names: readonly string[]): StyleRule[] {
  return STYLE_RULES.filter((rule) => names.includes(rule));
}
