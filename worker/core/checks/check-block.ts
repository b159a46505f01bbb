import type { Language } from "../languages.ts";
import type { Block } from "../page/block.ts";
import type { StyleRule } from "../style-rules.ts";
import type { CheckedBlock, TextCheck } from "./check.ts";
import type { CheckId } from "./check-kinds.ts";
import type { Finding } from "./finding.ts";
import { type LanguageHints, languageOfBlock } from "./language-of-block.ts";
import { notYetFound } from "./overlap.ts";

export type CheckBlockOptions = LanguageHints & { only: readonly CheckId[]; styleRules?: readonly StyleRule[] | undefined };

type Setup = { checks: readonly TextCheck[]; isForeignText(text: string, language: Language): boolean };

/**
 * Examines one Block: finds its language, then runs the checks asked for. Of Findings of different checks about the same words, only
 * the first check's is kept.
 *
 * @throws when a checker itself broke
 */
export async function checkBlock(
  block: Block,
  { only, styleRules = [], ...hints }: CheckBlockOptions,
  { checks, isForeignText }: Setup,
): Promise<CheckedBlock> {
  const said = languageOfBlock(block, hints);
  const language = said === null || isForeignText(block.text, said) ? null : said;
  const findings: Finding[] = [];
  for (const check of checks.filter(({ id }) => only.includes(id))) {
    const found =
      check.languages === "any" ? check.run(block) : language === null ? [] : check.run(block, language, { styleRules });
    findings.push(...notYetFound(await found, findings));
  }
  return { hash: block.hash, language, findings };
}
