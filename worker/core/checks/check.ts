import type { Language } from "../language/languages.ts";
import type { Block } from "../page/block.ts";
import type { StyleRule } from "../style-rules.ts";
import type { CheckBudget } from "./check-budget.ts";
import type { TextCheckId } from "./check-kinds.ts";
import type { Finding } from "./finding.ts";

/** Optional rules that a Site's owner turned on. */
export type OptionalRules = { styleRules: readonly StyleRule[] };

/**
 * Examines the text of one Block. `version` changes whenever the same text could give other Findings (rules, dictionaries):
 * results are stored by (Block, version), and a changed version never mails old text as new.
 * `run` is pure apart from its loaded dictionaries and throws only when the checker itself fails. Once the budget is spent, it
 * returns the Findings so far, all of which a full run would return too.
 */
export type TextCheck = {
  id: TextCheckId;
  version: string;
} & (
  | {
      languages: "known";
      run(block: Block, language: Language, wants: OptionalRules, budget: CheckBudget): Promise<Finding[]> | Finding[];
    }
  /** Language-independent checks. */
  | { languages: "any"; run(block: Block): Promise<Finding[]> | Finding[] }
);

/**
 * Reason why a Block was not fully checked: the LanguageTool server did not answer, the check costs too much, the processor
 * time for its page or Crawl is used up, or the check failed.
 */
export type UnfinishedCause = "grammar-server" | "text-cost" | "check-budget" | "check-failed";

/**
 * Findings of the text checks in one Block. If its language is not supported, `language` is null and only language-independent
 * checks ran.
 */
export type CheckedBlock = {
  hash: string;
  language: Language | null;
  findings: Finding[];
  /**
   * Set if the check is incomplete: its Findings are valid, but a missing one proves nothing. The Block is checked again next
   * time.
   */
  unfinished?: UnfinishedCause;
  /** Processor time of the check in milliseconds, if measured. */
  ms?: number;
};
