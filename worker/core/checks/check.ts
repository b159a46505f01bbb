import type { Language } from "../language/languages.ts";
import type { Block } from "../page/block.ts";
import type { StyleRule } from "../style-rules.ts";
import type { CheckBudget } from "./check-budget.ts";
import type { TextCheckId } from "./check-kinds.ts";
import type { Finding } from "./finding.ts";

/** What a Site's owner wants beside what everybody gets. */
export type Wants = { styleRules: readonly StyleRule[] };

/**
 * An examination of one Block's text. `version` changes whenever the same text could give other Findings (rules, dictionaries):
 * results are kept by (Block, version), and a changed version never mails old text as new.
 * `run` is pure but for its loaded dictionaries; it throws only when the checker itself broke. When the budget is spent, it gives what it
 * has found so far, and of that only what it would also give if it went on.
 */
export type TextCheck = {
  id: TextCheckId;
  version: string;
} & (
  | {
      languages: "known";
      run(block: Block, language: Language, wants: Wants, budget: CheckBudget): Promise<Finding[]> | Finding[];
    }
  /** It says the same whatever language a text is in. */
  | { languages: "any"; run(block: Block): Promise<Finding[]> | Finding[] }
);

/**
 * Why a Block is not checked to its end: the LanguageTool server did not answer; its check costs too much; the processor time for its page or
 * Crawl is used up; its check broke off.
 */
export type UnfinishedCause = "grammar-server" | "text-cost" | "check-budget" | "check-failed";

/** What the text checks found in one Block. `language` null: the text is in a language that is not checked, but for what holds in any. */
export type CheckedBlock = {
  hash: string;
  language: Language | null;
  findings: Finding[];
  /** Set where the check is not whole: what was found holds, what was not found tells nothing, and the Block is checked again next time. */
  unfinished?: UnfinishedCause;
  /** Milliseconds of processor time that it took, where that was measured. */
  ms?: number;
};
