import { findWhole } from "../../text/find-whole.ts";

/** An excerpt in three parts. If the mistake was not found, `mistake` is empty and `before` is the whole excerpt. */
export type MarkedText = { before: string; mistake: string; after: string };

/**
 * Splits an excerpt around its mistake, so that it can be highlighted. Excerpts have their mistake before any other place like it:
 * see `excerptAround`.
 */
export function markMistake(excerpt: string, mistake: string): MarkedText {
  const at = findWhole(excerpt, mistake);
  if (at === null) return { before: excerpt, mistake: "", after: "" };
  const end = at + mistake.length;
  return { before: excerpt.slice(0, at), mistake: excerpt.slice(at, end), after: excerpt.slice(end) };
}
