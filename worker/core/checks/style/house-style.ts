import type { HouseRule } from "../../house-style/house-rule.ts";
import { hashOf } from "../../text/text-hash.ts";
import { termKey } from "../../text/word-tokens.ts";
import { makeIsNamedPage } from "../../url/page-pattern.ts";
import type { Finding } from "../finding.ts";
import { keepFirstOfOverlapping } from "../overlap.ts";
import { createRuleMatcher, type RuleMatcher, type StyleMatch } from "./rule-matcher.ts";
import { type Explain, explainMatches, missingFinding } from "./style-findings.ts";

/** Raise it with every change after which the same rules may match otherwise: all stored texts are then matched again. */
const REVISION = 1;

/** A Team's rules, made ready. */
export type HouseStyle = {
  /** Another one whenever the same text could match otherwise, or count on other pages. Null: there is no rule. */
  version: string | null;
  match: RuleMatcher;
  /** Returns what the rules for a page say of a text with its matches; of rules that overlap, the one that begins first and is longest. */
  findings(url: string, text: string, matches: readonly StyleMatch[]): Finding[];
  /** Returns what a page lacks, of whose texts these are all the matches. */
  missing(page: { url: string; title: string }, matches: readonly StyleMatch[]): { finding: Finding; changedAt: Date }[];
  /** Returns the subject of each text that a page must have. */
  requiredSubjects: readonly string[];
  /** True if an Issue with this subject comes from a rule that still exists. */
  isInForce(subject: string): boolean;
  /** Words of names whose spelling is set: they are no misspellings. */
  words: readonly string[];
};

type ReadyRule = { rule: HouseRule; subject: string; appliesTo(url: string): boolean; explain: Explain };

/** Makes a Team's rules ready. The cost follows their number; what it returns is for many texts. */
export function createHouseStyle(rules: readonly HouseRule[]): HouseStyle {
  const ready = new Map(rules.map((rule) => [rule.id, makeReady(rule)]));
  const required = [...ready.values()].filter(({ rule }) => rule.kind === "require");
  const subjects = new Set([...ready.values()].map(({ subject }) => subject));
  return {
    version: rules.length === 0 ? null : versionOf(rules),
    match: createRuleMatcher(rules),
    findings: (url, text, matches) => {
      const counting = matches.flatMap((match) => {
        const known = ready.get(match.ruleId);
        return known && known.rule.kind !== "require" && known.appliesTo(url) ? [{ ...match, known }] : [];
      });
      counting.sort((one, other) => one.start - other.start || other.end - one.end);
      return keepFirstOfOverlapping(counting, (match) => match).map(({ known, start, end }) =>
        known.explain(text, { start, end }),
      );
    },
    missing: ({ url, title }, matches) => {
      const found = new Set(matches.map(({ ruleId }) => ruleId));
      const lacking = required.filter(({ rule, appliesTo }) => !found.has(rule.id) && appliesTo(url));
      return lacking.map(({ rule, subject }) => ({ finding: missingFinding(rule, subject, title), changedAt: rule.changedAt }));
    },
    requiredSubjects: required.map(({ subject }) => subject),
    isInForce: (subject) => subjects.has(subject.split("\t").slice(0, 2).join("\t")),
    words: rules.filter(({ kind }) => kind === "name").flatMap(({ term }) => term.split(" ")),
  };
}

function makeReady(rule: HouseRule): ReadyRule {
  const isNamed = makeIsNamedPage(rule.pages);
  const isExcepted = makeIsNamedPage(rule.exceptPages);
  const subject = `${rule.kind}\t${termKey(rule.term)}`;
  return {
    rule,
    subject,
    appliesTo: (url) => (rule.pages.length === 0 || isNamed(url)) && !isExcepted(url),
    explain: explainMatches(rule, subject),
  };
}

function versionOf(rules: readonly HouseRule[]): string {
  const told = rules.map(({ id, kind, term, replacement, forms, pages, exceptPages }) =>
    JSON.stringify([id, kind, term, replacement, forms, pages, exceptPages]),
  );
  return hashOf([String(REVISION), ...told.sort()]);
}
