export const RULE_KINDS = ["avoid", "name", "require"] as const;
/**
 * `avoid`: a word or text that must not be used; `name`: a spelling that must be kept to the letter; `require`: a text that pages must have.
 */
export type RuleKind = (typeof RULE_KINDS)[number];

/** A rule of a Team's house style, for all its Sites. */
export type HouseRule = {
  id: string;
  kind: RuleKind;
  term: string;
  /** Text to write instead; empty where the term is only to go. */
  replacement: string;
  /** An English word to avoid also counts in its other forms: "utilises", "utilised", "utilising". */
  forms: boolean;
  /** Lines that name the pages that it is for; none: all pages. See core/url/page-pattern.ts. */
  pages: readonly string[];
  /** Lines that name the pages that it is not for. */
  exceptPages: readonly string[];
  /** When it was added or last changed. */
  changedAt: Date;
};

/** The part of a rule that a pasted line holds. */
export type TypedRule = Pick<HouseRule, "kind" | "term" | "replacement">;

/** Characters of a term to avoid or a name, of a text that pages must have, and of a replacement. */
export const LONGEST_TERM = 200;
export const LONGEST_REQUIRED = 500;
/** Rules of one Team that need a text on pages: each is compared with every page. */
export const MOST_REQUIRED = 20;
/** Lines of one pasted list. */
export const MOST_LINES = 1_000;

/** Names of the kinds of rules, as forms and lists show them. */
export const RULE_KIND_WORDS: Readonly<Record<RuleKind, string>> = {
  avoid: "Avoid",
  name: "Spelling",
  require: "Must have",
};
