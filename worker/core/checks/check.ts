import type { Language } from "../languages.ts";
import type { Block } from "../page/block.ts";
import type { StyleRule } from "../style-rules.ts";
import type { TextCheckId } from "./check-kinds.ts";
import type { Finding } from "./finding.ts";

/** What a Site's owner wants beside what everybody gets. */
export type Wants = { styleRules: readonly StyleRule[] };

/**
 * An examination of one Block's text. `version` changes whenever the same text could give other Findings (rules, dictionaries):
 * results are kept by (Block, version), and a changed version never mails old text as new.
 * `run` is pure but for its loaded dictionaries; it throws only when the checker itself broke.
 */
export type TextCheck = {
  id: TextCheckId;
  version: string;
} & (
  | { languages: "known"; run(block: Block, language: Language, wants: Wants): Promise<Finding[]> | Finding[] }
  /** It says the same whatever language a text is in. */
  | { languages: "any"; run(block: Block): Promise<Finding[]> | Finding[] }
);

/** What the text checks found in one Block. `language` null: the text is in a language that is not checked, but for what holds in any. */
export type CheckedBlock = {
  hash: string;
  language: Language | null;
  findings: Finding[];
  /** A server that checks grammar did not answer: what was found holds, and the Block is checked again next time. */
  isPartial?: boolean;
};
