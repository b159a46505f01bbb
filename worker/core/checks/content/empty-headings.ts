import { type ContentRule, wholeOf } from "./slip.ts";

/** Finds headings without words. */
export const findEmptyHeadings: ContentRule = ({ kind, text }) => {
  if (kind !== "empty-heading") return [];
  const message =
    "This heading is empty: visitors see a gap, and screen readers announce a heading without words. Remove it or write one.";
  return [{ rule: "content/empty-heading", confidence: 0.65, message, range: wholeOf(text) }];
};
