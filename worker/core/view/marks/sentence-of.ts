import { sentencesOf, type TextRange } from "../../checks/excerpt.ts";
import { OBJECT_PLACEHOLDER } from "../../page/block.ts";
import { type MarkedText, markMistake } from "./mark-mistake.ts";

/** A sentence around its mistake. `isWhole`: nothing of it is left out, so that its correction can be copied. */
export type ShownSentence = MarkedText & { isWhole: boolean };

/** Longest sentence that is shown whole, in UTF-16 code units. Longer ones are texts without full stops. */
const LONGEST = 600;
const ELLIPSIS = "…";

/** Returns the sentences of a text that a range touches, whole; null if they are too long or the range is not in the text. */
export function sentenceOf(text: string, range: TextRange): ShownSentence | null {
  if (range.start < 0 || range.end > text.length || range.start >= range.end) return null;
  const touched = sentencesOf(text).filter(({ start, end }) => start < range.end && end > range.start);
  const start = touched[0]?.start ?? range.start;
  const end = touched.at(-1)?.end ?? range.end;
  if (end - start > LONGEST) return null;
  const before = text.slice(start, range.start);
  const after = text.slice(range.end, end);
  return {
    before: shown(before.trimStart()),
    mistake: shown(text.slice(range.start, range.end)),
    after: shown(after.trimEnd()),
    isWhole: !text.slice(start, end).includes(OBJECT_PLACEHOLDER),
  };
}

/** Returns an excerpt as a sentence. It may be cut, or have gaps, which both show as an ellipsis. */
export function sentenceOfExcerpt(excerpt: string, mistake: string): ShownSentence {
  return { ...markMistake(excerpt, mistake), isWhole: !excerpt.includes(ELLIPSIS) };
}

/** Returns a sentence with a suggestion in place of its mistake; null if the sentence does not contain the mistake. */
export function correctSentence({ before, mistake, after }: MarkedText, suggestion: string): string | null {
  if (mistake === "") return null;
  // Without the mistake, the spaces around it would meet.
  if (suggestion === "") return `${before.trimEnd()}${/^[\s,.;:!?]/u.test(after) ? "" : " "}${after}`.trim();
  return `${before}${suggestion}${after}`;
}

function shown(text: string): string {
  return text.replaceAll(OBJECT_PLACEHOLDER, ELLIPSIS);
}
