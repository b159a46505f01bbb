import type { Language } from "../../../language/languages.ts";
import type { Suggestion } from "../suggestions/suggest.ts";
import { factsOf } from "../text-facts.ts";
import type { Word } from "../tokenize.ts";

/** Matches an article, a possessive or a preposition with an article, directly before a noun. */
const BEFORE_NOUN =
  /(?:^|[^\p{L}])(?:der|die|das|dem|den|des|ein|eine|einem|einen|einer|eines|unser|unsere|unserem|unseren|unserer|ihr|ihre|ihrem|ihren|mein|meine|zum|zur|im|am|vom|beim|kein|keine|keinen) $/iu;

/**
 * Matches the endings of adjectives before nouns. A compound that the dictionary makes of a noun may also be an adjective: "im
 * geschichtsreichen alten Schulhaus".
 */
const INFLECTED = /e[nmrs]?$/u;

/** Number of characters to read before a word, enough for the longest of these. */
const BEFORE = 20;

const SURE = 0.75;
const UNSURE = 0.45;

/**
 * Returns the confidence that a German noun lacks its capital ("das haus"), or null if this does not apply. It is high only after
 * an article in a text that uses capitals, because many titles and menus are in lower case on purpose.
 */
export function nounConfidence(
  word: Word,
  { text, language, best }: { text: string; language: Language; best: Suggestion | undefined },
): number | null {
  if (!language.startsWith("de") || word.word !== word.word.toLowerCase()) return null;
  if (best === undefined || best.word === word.word || best.word.toLowerCase() !== word.word) return null;
  if (best.frequency === 0 && INFLECTED.test(word.word) && /^ \p{L}/u.test(text.slice(word.end, word.end + 2))) return UNSURE;
  // "Eine pseudonyme Identifikationsnummer": an adjective.
  if (INFLECTED.test(word.word) && /^ \p{Lu}/u.test(text.slice(word.end, word.end + 2))) return UNSURE;
  const before = text.slice(Math.max(0, word.start - BEFORE), word.start);
  return factsOf(text).writesCapitals && BEFORE_NOUN.test(before) && word.compound === null ? SURE : UNSURE;
}
