import type { HouseRule, RuleKind } from "#worker/core/house-style/house-rule.ts";

/** A rule as a test needs it. */
export function makeRule(kind: RuleKind, term: string, fields: Partial<HouseRule> = {}): HouseRule {
  const rule = { id: `${kind} ${term}`, kind, term, replacement: "", forms: true, pages: [], exceptPages: [] };
  return { ...rule, changedAt: new Date("2026-11-01T00:00:00Z"), ...fields };
}
