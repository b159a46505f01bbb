import type { Language } from "../../language/languages.ts";
import { factsOf } from "./text-facts.ts";
import type { Word } from "./tokenize.ts";

/** What stands before a noun: an article or a possessive, with at most one adjective between. */
const BEFORE_NOUN =
  /(?:^|[^\p{L}])(?:der|die|das|dem|den|des|ein|eine|einem|einen|einer|eines|unser|unsere|unserem|unseren|unserer|ihr|ihre|ihrem|ihren|mein|meine|zum|zur|im|am|vom|beim|kein|keine|keinen) $/iu;

/** Characters before a word in which the longest of these has room. */
const BEFORE = 20;

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
  const before = text.slice(Math.max(0, word.start - BEFORE), word.start);
  return factsOf(text).writesCapitals && BEFORE_NOUN.test(before) && word.compound === null ? SURE : UNSURE;
}
