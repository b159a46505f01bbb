import table from "./rule-table.json" with { type: "json" };

const OFF = new Set(table.rules.filter(({ on }) => !on).map(({ rule }) => rule));

/** True if a rule ("pattern/could-of") earned its place: see rule-table.json, which test/bench/grammar-rules.ts makes. A rule that was never met is on. */
export function isRuleOn(rule: string): boolean {
  return !OFF.has(rule);
}
