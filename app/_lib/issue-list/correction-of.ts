import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { correctSentence, sentenceOfExcerpt } from "#worker/core/view/marks/sentence-of.ts";

/**
 * Returns the text to copy: the sentence, or the part of it that is shown, with the best suggestion in place, or for a link its better
 * address; null without a suggestion.
 */
export function correctionOf({
  check,
  excerpt,
  text,
  suggestions,
}: Pick<ListedIssue, "check" | "excerpt" | "text" | "suggestions">): string | null {
  const [best] = suggestions;
  if (best === undefined) return null;
  if (check === "links") return best;
  return correctSentence(sentenceOfExcerpt(excerpt, text), best)?.replace(/^… | …$/gu, "") ?? best;
}
