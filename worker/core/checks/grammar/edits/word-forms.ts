import { adjectiveOf, adverbOf } from "../engine/derive-word.ts";
import { classesOf, inflectVerb, pluralOf, singularOf, verbOf, WORD_CLASS } from "../engine/word-class.ts";

const { N, P, V } = WORD_CLASS;

/** Returns the other forms of a word: of a verb, the number of a noun, and the adverb of an adjective or the reverse. */
export function formsOf(word: string): string[] {
  const classes = classesOf(word);
  const verb = verbOf(word);
  const forms = [
    ...((classesOf(verb) & V) === 0 ? [] : [verb, ...(["Z", "D", "C", "G"] as const).map((as) => inflectVerb(verb, as))]),
    (classes & N) === 0 ? null : pluralOf(word),
    (classes & P) === 0 ? null : singularOf(word),
    adverbOf(word),
    adjectiveOf(word),
  ];
  return [...new Set(forms)].filter((form) => form !== null && form !== word && classesOf(form) !== 0).map(String);
}
