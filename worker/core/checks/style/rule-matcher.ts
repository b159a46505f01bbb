import type { HouseRule } from "../../house-style/house-rule.ts";
import type { Block } from "../../page/block.ts";
import { plainSigns, type WordToken, wordTokens } from "../../text/word-tokens.ts";
import type { TextRange } from "../excerpt.ts";
import { hasTermCase, isAllCapitals, isWhole } from "./is-meant.ts";
import { createNumberFinder, digitsOfNumber } from "./number-finder.ts";
import { type Variant, variantsOf } from "./rule-variants.ts";
import { createWordAutomaton } from "./word-automaton.ts";

/** A rule's term in a text. */
export type StyleMatch = { ruleId: string; start: number; end: number };
export type RuleMatcher = (block: Pick<Block, "kind" | "text">) => StyleMatch[];

/** Matches of one rule kept for one Block: its Issue says where, and needs no more to do so. */
const MOST_PER_RULE = 10;
/** Places tried for one rule in one text: made-up texts could have thousands at which it is not meant. */
const MOST_TRIES = 500;

type Entry = { rule: HouseRule; variant: Variant };

/**
 * Makes a matcher of texts with all rules at once, in time that follows the text. Names that are written right are no match, and shield the
 * words in them. Where rules overlap, all matches are returned: which counts depends on the page.
 */
export function createRuleMatcher(rules: readonly HouseRule[]): RuleMatcher {
  const entries = rules.flatMap((rule) => variantsOf(rule).map((variant) => ({ rule, variant })));
  const automaton = createWordAutomaton(entries.map((entry) => ({ words: entry.variant.words, entry })));
  const findNumbers = createNumberFinder(numbersOf(rules));
  const required = new Set(rules.filter(({ kind }) => kind === "require").map(({ id }) => id));
  return ({ kind, text }) => {
    const matches = new Map<string, StyleMatch[]>();
    const shields: TextRange[] = [];
    const tries = new Map<string, number>();
    const isDone = (rule: HouseRule) => {
      const tried = tries.get(rule.id) ?? 0;
      tries.set(rule.id, tried + 1);
      const most = rule.kind === "require" ? 1 : MOST_PER_RULE;
      return tried >= MOST_TRIES || (matches.get(rule.id)?.length ?? 0) >= most;
    };
    const add = ({ id }: HouseRule, start: number, end: number) => {
      matches.set(id, [...(matches.get(id) ?? []), { ruleId: id, start, end }]);
    };
    const tokens = wordTokens(text);
    automaton.scan(
      tokens.map(({ word }) => word),
      ({ rule, variant }, length, last) => {
        if (isDone(rule)) return;
        const range = rangeOf(tokens, last - length + 1, last);
        if (!isWhole(text, range, rule)) return;
        if (rule.kind === "name" && isRight(text, range, rule.term)) shields.push(range);
        else if (isMatch({ rule, variant }, range, { kind, text })) add(rule, range.start, range.end);
      },
    );
    findNumbers(text, (rule, start, end) => {
      if (!isDone(rule)) add(rule, start, end);
    });
    return withoutShielded([...matches.values()].flat(), shields, required);
  };
}

function rangeOf(tokens: readonly WordToken[], first: number, last: number): TextRange {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

function numbersOf(rules: readonly HouseRule[]): Map<string, HouseRule[]> {
  const numbers = rules.filter(({ kind }) => kind !== "name").map((rule) => ({ rule, digits: digitsOfNumber(rule.term) }));
  const byDigits = Map.groupBy(numbers, ({ digits }) => digits ?? "");
  byDigits.delete("");
  return new Map([...byDigits].map(([digits, group]) => [digits, group.map(({ rule }) => rule)]));
}

function isMatch({ rule, variant }: Entry, range: TextRange, { kind, text }: Pick<Block, "kind" | "text">): boolean {
  switch (rule.kind) {
    case "require":
      return digitsOfNumber(rule.term) === null;
    case "avoid":
      return (
        digitsOfNumber(rule.term) === null && hasTermCase(text, kind, range, { term: rule.term, words: variant.words.length })
      );
    case "name": {
      const found = plainSigns(text.slice(range.start, range.end));
      if (variant.parts) return found.replace(/\s+/gu, " ") === variant.parts.join(" ");
      return !isAllCapitals(found, text);
    }
  }
}

function isRight(text: string, { start, end }: TextRange, name: string): boolean {
  return plainSigns(text.slice(start, end)).replace(/\s+/gu, " ") === plainSigns(name);
}

/** Drops what lies inside a name that is written right, but for texts that pages must have: they are there. */
function withoutShielded(matches: StyleMatch[], shields: readonly TextRange[], required: ReadonlySet<string>): StyleMatch[] {
  if (shields.length === 0) return matches;
  const shieldEnds = new Map<number, number>();
  for (const { start, end } of shields)
    for (let at = start; at < end; at++) shieldEnds.set(at, Math.max(end, shieldEnds.get(at) ?? 0));
  return matches.filter(({ ruleId, start, end }) => required.has(ruleId) || (shieldEnds.get(start) ?? 0) < end);
}
