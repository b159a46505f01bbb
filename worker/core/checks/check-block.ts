import { type LanguageHints, languageOfBlock } from "../language/language-of-block.ts";
import type { Language } from "../language/languages.ts";
import type { Block } from "../page/block.ts";
import type { StyleRule } from "../style-rules.ts";
import type { CheckedBlock, TextCheck } from "./check.ts";
import { type CheckBudget, NO_LIMIT } from "./check-budget.ts";
import type { CheckId } from "./check-kinds.ts";
import { type Finding, MAIL_CONFIDENCE } from "./finding.ts";
import { dropOverlapping } from "./overlap.ts";

export type CheckBlockOptions = LanguageHints & { only: readonly CheckId[]; styleRules?: readonly StyleRule[] | undefined };

type Setup = {
  checks: readonly TextCheck[];
  isForeignText(text: string, language: Language, budget: CheckBudget): boolean;
  budget?: CheckBudget;
};

const isSure = ({ confidence }: Finding) => confidence >= MAIL_CONFIDENCE;

/** Declares Spanish of a country where people say "vos". */
const LANG_OF_VOS = "es-AR";

/**
 * Finds the language of one Block and runs the requested checks on it. Where checks overlap, the earlier check's Finding is
 * kept, unless only the later one is sure enough to be mailed. Once the budget is spent it stops, and returns what it has found.
 *
 * @throws when a checker itself fails
 */
export async function checkBlock(
  block: Block,
  { only, styleRules = [], ...hints }: CheckBlockOptions,
  { checks, isForeignText, budget = NO_LIMIT }: Setup,
): Promise<CheckedBlock> {
  const said = languageOfBlock(block, hints);
  const wanted = checks.filter(({ id }) => only.includes(id));
  let findings: Finding[] = [];
  const add = (found: readonly Finding[]) => {
    // "pò": an unknown word that may be a name for one check, and a sure mistake for the next.
    const [sure, unsure] = [found.filter(isSure), findings.filter((finding) => !isSure(finding))];
    const kept = new Set(dropOverlapping(unsure, sure));
    findings = findings.filter((finding) => isSure(finding) || finding.confidence === 0 || kept.has(finding));
    findings.push(...dropOverlapping(found, findings));
  };
  for (const check of wanted) if (check.languages === "any" && !budget.isSpent()) add(await check.run(block));
  const language = said === null || isForeignText(block.text, said, budget) ? null : said;
  if (language !== null) {
    const read = hints.pageSaysVos && language === "es" ? { ...block, lang: LANG_OF_VOS } : block;
    for (const check of wanted)
      if (check.languages === "known" && !budget.isSpent()) add(await check.run(read, language, { styleRules }, budget));
  }
  return { hash: block.hash, language, findings, ...(budget.hasStopped() ? { unfinished: "text-cost" as const } : {}) };
}
