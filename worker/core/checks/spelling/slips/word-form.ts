import type { Word } from "../tokenize.ts";
import type { TitleFacts } from "./title-facts.ts";

/** Lists the forms of a word, by its capitals and the reason for them. Each form has a model of its own. */
export const WORD_FORMS = ["small", "opening", "titled", "inner", "capitals"] as const;
export type WordForm = (typeof WORD_FORMS)[number];

/**
 * Returns the form of a word in its text: in small letters; in capitals throughout; or with a capital because it opens a
 * sentence, because a title capitalises most words, or for no such reason.
 */
export function formOf({ word, opensSentence }: Word, { isTitled }: TitleFacts): WordForm {
  if (!/^\p{Lu}/u.test(word)) return "small";
  if (/^\p{Lu}[\p{Lu}']+$/u.test(word)) return "capitals";
  if (opensSentence) return "opening";
  return isTitled ? "titled" : "inner";
}
