import table from "./rule-table.json" with { type: "json" };

const OFF = new Set(table.rules.filter(({ on }) => !on).map(({ rule }) => rule));

/**
 * Returns true if a rule ("pattern/could-of") is on in rule-table.json, which test/bench/language/grammar-rules.ts writes, or is not in
 * that table.
 */
export function isRuleOn(rule: string): boolean {
  return !OFF.has(rule);
}
