import type { Word } from "../tokenize.ts";
import type { TitleFacts } from "./title-facts.ts";

/** How a word is written, and why it has a capital: each form has a model of its own. */
export const WORD_FORMS = ["small", "opening", "titled", "inner", "capitals"] as const;
export type WordForm = (typeof WORD_FORMS)[number];

/**
 * Returns the form of a word in its text: in small letters; with a capital that a sentence's beginning asks for, that a title gives
 * to most words, or that nothing asks for; or in capitals throughout.
 */
export function formOf({ word, opensSentence }: Word, { isTitled }: TitleFacts): WordForm {
  if (!/^\p{Lu}/u.test(word)) return "small";
  if (/^\p{Lu}[\p{Lu}']+$/u.test(word)) return "capitals";
  if (opensSentence) return "opening";
  return isTitled ? "titled" : "inner";
}
