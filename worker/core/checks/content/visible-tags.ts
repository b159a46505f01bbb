import { isAboutProgramming } from "./about-programming.ts";
import { type ContentRule, isQuoted, rangesOf } from "./slip.ts";

/** An escaped pair of tags around words, or a line break: "<strong>Now</strong> open". */
const TAG = /<(strong|b|em|i|u|p|span|div|a|li|h[1-6])(?: [^<>\uFFFC]{0,200})?>[^<>]{0,400}<\/\1>|<br ?\/?>/giu;
const ABOUT_MARKUP = /\b(?:elements?|tags?|markup|xml|escap(?:e|ed|es|ing))\b/iu;
const SHOWN = 60;

/** Finds HTML that is visible as text. Code elements never reach this rule: they are no prose (see `OBJECT_PLACEHOLDER`). */
export const findVisibleTags: ContentRule = ({ text }) => {
  if (!text.includes("<")) return [];
  const rest = text.replace(TAG, " ");
  if (ABOUT_MARKUP.test(rest) || isAboutProgramming(rest)) return [];
  return rangesOf(TAG, text)
    .filter((range) => !isQuoted(range, text))
    .map((range) => {
      const written = text.slice(range.start, range.end);
      return {
        rule: "content/visible-tag",
        confidence: 0.85,
        message: "Readers see this HTML code as text, because it was escaped twice.",
        range,
        ...(written.length > SHOWN ? { text: `${written.slice(0, SHOWN)}…` } : {}),
      };
    });
};
