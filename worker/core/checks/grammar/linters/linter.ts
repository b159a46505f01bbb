import type { Language } from "#worker/core/language/languages.ts";
import type { StyleRule } from "../../../style-rules.ts";
import type { CheckBudget } from "../../check-budget.ts";
import type { Token } from "../engine/token.ts";
import type { ReadingsOf } from "../languages/engine/parts.ts";
import type { ReadSentence } from "../reader/create-reader.ts";
import type { SentenceReport } from "../sentence-report.ts";
import type { LintWithHarper } from "./harper-reports.ts";

/** A text, and the data and tools that linters need to read it. */
export type Reading = {
  text: string;
  tokens: readonly Token[];
  language: Language;
  isWord(word: string): boolean;
  /** Returns the readings of a word in a language other than English (see languages/engine/parts.ts). */
  readingsOf: ReadingsOf;
  lintWithHarper: LintWithHarper;
  readSentence: ReadSentence;
  styleRules: readonly StyleRule[];
  /** Limits the time. A slow linter checks it between two steps and stops when it is spent. */
  budget: CheckBudget;
};

/** A source of reports: rules of our own, a library or a server. It may leave part of a text unread. */
export type Linter<Read = Reading> = {
  id: string;
  languages: "English" | "others" | "all";
  /** `sentences` excludes labels, where half a sentence is right ("Sign in"). */
  reads: "every text" | "sentences";
  reports(reading: Read): SentenceReport[] | Promise<SentenceReport[]>;
};
