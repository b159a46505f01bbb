/** Kinds of advice about style, each off until a Site's owner wants it: what they flag is a matter of taste and nobody's mistake. */
export const STYLE_RULES = ["wordiness", "passive", "sensitive", "readability", "profanity"] as const;
export type StyleRule = (typeof STYLE_RULES)[number];

/** Of names as they are stored, those that are known today, in one order. */
export function knownStyleRules(names: readonly string[]): StyleRule[] {
  return STYLE_RULES.filter((rule) => names.includes(rule));
}
