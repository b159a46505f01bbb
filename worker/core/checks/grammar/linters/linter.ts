import type { Language } from "#worker/core/language/languages.ts";
import type { StyleRule } from "../../../style-rules.ts";
import type { CheckBudget } from "../../check-budget.ts";
import type { Token } from "../engine/tokens.ts";
import type { ReadingsOf } from "../languages/engine/parts.ts";
import type { SentenceReport } from "../sentence-report.ts";
import type { LintWithHarper } from "./harper-reports.ts";

/** A text, and what linters read it with. */
export type Reading = {
  text: string;
  tokens: readonly Token[];
  language: Language;
  isWord(word: string): boolean;
  /** What a word of a language other than English can be (see languages/engine/parts.ts). */
  readingsOf: ReadingsOf;
  lintWithHarper: LintWithHarper;
  styleRules: readonly StyleRule[];
  /** A slow linter asks it between two steps, and stops when it is spent. */
  budget: CheckBudget;
};

/** One reader of texts: a set of rules of our own, a library or a server. It may read less of a text than there is. */
export type Linter<Read = Reading> = {
  id: string;
  languages: "English" | "others" | "all";
  /** `sentences`: it is wrong on labels, where half a sentence is right ("Sign in"). */
  reads: "every text" | "sentences";
  reports(reading: Read): SentenceReport[] | Promise<SentenceReport[]>;
};
