import { DomainError } from "#worker/core/errors.ts";
import type { HouseRule, RuleKind } from "#worker/core/house-style/house-rule.ts";
import { parseRuleList, type RefusedLine } from "#worker/core/house-style/parse-rule-list.ts";

/** Words of the third column. */
const KINDS: ReadonlyMap<string, RuleKind> = new Map([
  ["", "avoid"],
  ["avoid", "avoid"],
  ["spelling", "name"],
  ["required", "require"],
]);
const SHOWN = 5;

/**
 * Reads the house style of `--style`: a rule on each line, as in a pasted list; a third column, after tabs, may say `avoid`, `spelling` or
 * `required`.
 * @throws DomainError `invalid-input` that names the lines that are no rules
 */
export function readStyleFile(content: string): HouseRule[] {
  const rules: HouseRule[] = [];
  const refused: RefusedLine[] = [];
  for (const [index, line] of content
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .entries()) {
    const [term = "", replacement = "", third = "", ...more] = line.split("\t");
    const kind = more.length === 0 ? KINDS.get(third.trim().toLowerCase()) : undefined;
    if (kind === undefined) {
      refused.push({ line: index + 1, text: line, reason: "The third column must say avoid, spelling or required." });
      continue;
    }
    const parsed = parseRuleList(kind === "avoid" ? [term, replacement].join("\t").trimEnd() : term, kind);
    refused.push(...parsed.refused.map((one) => ({ ...one, line: index + 1 })));
    for (const rule of parsed.rules)
      rules.push({ ...rule, id: String(index), forms: true, pages: [], exceptPages: [], changedAt: new Date(0) });
  }
  if (refused.length > 0) throw new DomainError("invalid-input", explain(refused));
  return rules;
}

function explain(refused: RefusedLine[]): string {
  const lines = refused.slice(0, SHOWN).map(({ line, reason }) => `--style, line ${line}: ${reason}`);
  const more = refused.length - SHOWN;
  return [...lines, ...(more > 0 ? [`and ${more} more.`] : [])].join("\n");
}
