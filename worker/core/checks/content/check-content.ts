import type { Block } from "../../page/block.ts";
import { excerptAround } from "../excerpt.ts";
import { type Finding, MAIL_CONFIDENCE } from "../finding.ts";
import { keepFirstOfOverlapping } from "../overlap.ts";
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

/** Rules in order of precedence: where two match the same words, the first wins. */
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

/** Finds text that was left in by mistake, in any language. */
export function checkContent(block: Pick<Block, "kind" | "text">): Finding[] {
  const slips = keepFirstOfOverlapping(
    RULES.flatMap((rule) => rule(block)),
    ({ range }) => range,
  );
  return slips.map(({ range, text = block.text.slice(range.start, range.end), suggestions = [], ...slip }) => ({
    check: "content",
    severity: slip.confidence >= MAIL_CONFIDENCE ? "warning" : "hint",
    text,
    suggestions,
    excerpt: excerptAround(block.text, range),
    range,
    subject: `${slip.rule} ${text.toLowerCase()}`,
    ...slip,
  }));
}
