import { type ContentRule, isQuoted, rangesOf } from "./slip.ts";

/** Placeholder phone numbers of themes: "xxx-xxx-xxxx", "555-555-5555", "(123) 456-7890". */
const NUMBER =
  /(?<![\p{L}\p{N}.-])(?:\+?1[ .-]?)?(?:\(?x{3}\)?[ .-]?x{3}[ .-]?x{4}|\(?555\)?[ .-]?555[ .-]?5555|\(?123\)?[ .-]?456[ .-]?7890|\(?000\)?[ .-]?000[ .-]?0000|01234[ -]567[ -]?890)(?![\p{L}\p{N}-])/giu;
/** Words before a number that invite a call. */
const CALLED =
  /(?:\b(?:call|phone|tel|telephone|fax|mobile|cell|ring|dial|text|whatsapp|contact|reach|us|at|on|t|p|m|f)\b|☎|📞)[\s.:|–—-]*$/iu;
/** Characters before a number that are searched. */
const LONGEST_CALL = 60;
/** Words that show that the number is only an example of the format. */
const SHOWN =
  /\b(?:format|formatted|e\.?g|example|such as|like|mask|pattern|digits?|enter|type|fictional|placeholder|sample|test)\b/iu;
const PROMPTS = new Set(["placeholder", "label", "button", "option", "tooltip", "aria-label", "code"]);

/** Finds placeholder phone numbers that are the whole text or that readers are asked to call. */
export const findPlaceholderNumbers: ContentRule = ({ kind, text }) => {
  if (PROMPTS.has(kind) || SHOWN.test(text)) return [];
  const length = text.trim().length;
  return rangesOf(NUMBER, text)
    .filter((range) => !isQuoted(range, text))
    .filter(({ start, end }) => length === end - start || CALLED.test(text.slice(Math.max(0, start - LONGEST_CALL), start)))
    .map((range) => ({
      rule: "content/placeholder-text",
      confidence: 0.85,
      message: "This is a placeholder number; write your own.",
      range,
    }));
};
