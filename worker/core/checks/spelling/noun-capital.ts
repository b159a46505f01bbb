import type { Language } from "../../languages.ts";
import type { Word } from "./tokenize.ts";

/** What stands before a noun: an article or a possessive, with at most one adjective between. */
const BEFORE_NOUN =
  /(?:^|[^\p{L}])(?:der|die|das|dem|den|des|ein|eine|einem|einen|einer|eines|unser|unsere|unserem|unseren|unserer|ihr|ihre|ihrem|ihren|mein|meine|zum|zur|im|am|vom|beim|kein|keine|keinen) $/iu;

const SURE = 0.75;
const UNSURE = 0.45;

/**
 * How sure it is that a German noun lacks its capital ("das haus"), or null where that is not the matter. Many titles and menus are set
 * in lower case on purpose: only after an article, in a text that writes capitals elsewhere, is it surely a mistake.
 */
export function nounConfidence(
  word: Word,
  { text, language, best }: { text: string; language: Language; best: string | undefined },
): number | null {
  if (!language.startsWith("de") || word.word !== word.word.toLowerCase()) return null;
  if (best === undefined || best === word.word || best.toLowerCase() !== word.word) return null;
  const writesCapitals = /[^.!?:]\s\p{Lu}\p{Ll}/u.test(text);
  return writesCapitals && BEFORE_NOUN.test(text.slice(0, word.start)) && word.compound === null ? SURE : UNSURE;
}
