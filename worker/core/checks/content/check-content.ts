import type { Block } from "../../page/block.ts";
import { excerptAround } from "../excerpt.ts";
import { type Finding, MAIL_CONFIDENCE } from "../finding.ts";
import { createTakenRanges } from "../taken-ranges.ts";
import { findDefaultTitles } from "./default-titles.ts";
import { findEmptyHeadings } from "./empty-headings.ts";
import { findEntities } from "./entities.ts";
import { findMojibake } from "./mojibake.ts";
import { findPastCopyright, findPastDates } from "./past-dates.ts";
import { findPlaceholderNumbers } from "./placeholder-numbers.ts";
import { findNotesToSelf, findPlaceholderTexts } from "./placeholder-texts.ts";
import { findProgramValues } from "./program-values.ts";
import type { ContentRule } from "./slip.ts";
import { findTemplateVariables } from "./template-variables.ts";
import { findVisibleTags } from "./visible-tags.ts";

/** In the order in which they are heard: where two rules speak of the same words, the first one does. */
const RULES: readonly ContentRule[] = [
  findEmptyHeadings,
  findDefaultTitles,
  findPlaceholderTexts,
  findPlaceholderNumbers,
  findMojibake,
  findEntities,
  findVisibleTags,
  findTemplateVariables,
  findProgramValues,
  findNotesToSelf,
  findPastCopyright,
  findPastDates,
];

/** What was left in a text and not meant for readers, in any language. */
export function checkContent(block: Pick<Block, "kind" | "text">): Finding[] {
  const findings: Finding[] = [];
  const taken = createTakenRanges(block.text.length);
  for (const { range, text = block.text.slice(range.start, range.end), suggestions = [], ...slip } of RULES.flatMap((rule) =>
    rule(block),
  )) {
    if (taken.overlaps(range)) continue;
    taken.take(range);
    findings.push({
      check: "content",
      severity: slip.confidence >= MAIL_CONFIDENCE ? "warning" : "hint",
      text,
      suggestions,
      excerpt: excerptAround(block.text, range),
      range,
      subject: `${slip.rule} ${text.toLowerCase()}`,
      ...slip,
    });
  }
  return findings;
}
