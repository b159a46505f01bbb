import { adjectiveOf, adverbOf, nounOf, verbOfNoun } from "./derive-word.ts";
import { nearWord } from "./near-words.ts";
import type { Token } from "./token.ts";
import { bitsOf, classesOf, compareAdjective, inflectVerb, pluralOf, singularOf, verbOf } from "./word-class.ts";

/**
 * Fills in a fix: `{1}` is the word of the first element as written, `{1:V}` its base form as a verb, `Z` its third person, `D`
 * past, `C` participle, `G` "-ing" form, `P` plural, `N` singular, `K` comparative, `S` superlative, `A` its plural without an
 * apostrophe, `L` its adverb, `J` the adjective of an adverb, `E` the noun for what a verb does, `B` the verb of such a noun, `{1~V}` is a near word of a class, `{1+2}` two words joined. The
 * result begins with a capital if the written text does. It is null if there is no such form or word.
 */
export function writeFix(fix: string, matched: readonly (Token | null)[], written: string): string | null {
  let lacks = false;
  const filled = fix.replace(PLACE, (_whole, at: string, form?: string, near?: string, next?: string) => {
    const token = matched[Number(at) - 1];
    if (!token) return "";
    const word =
      near === undefined
        ? next === undefined
          ? inForm(token, form)
          : joined(token, matched[Number(next) - 1])
        : nearWord(token.lower, bitsOf(near));
    if (word === null) lacks = true;
    return word ?? "";
  });
  if (lacks) return null;
  const tidy = filled
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^a (?=[aei]|o(?!ne))/iu, "an ");
  return /^\p{Lu}/u.test(written) && !/^I\b/u.test(written) ? tidy.charAt(0).toUpperCase() + tidy.slice(1) : tidy;
}

const PLACE = /\{(\d+)(?::([A-Z])|~([A-Z]+)|\+(\d+))?\}/gu;

/** Returns two words written as one, or null if that is no known noun or adjective. */
function joined(first: Token, second: Token | null | undefined): string | null {
  const word = first.lower + (second?.lower ?? "");
  return (classesOf(word) & bitsOf("NPJ")) === 0 ? null : word;
}

function inForm({ text, lower }: Token, form: string | undefined): string | null {
  switch (form) {
    case undefined:
      return text;
    case "V":
      return verbOf(lower);
    case "Z":
    case "D":
    case "C":
    case "G":
      return inflectVerb(verbOf(lower), form);
    case "P":
      return pluralOf(lower);
    case "N":
      return singularOf(lower);
    case "K":
    case "S":
      return compareAdjective(lower, form);
    case "L":
      return adverbOf(lower);
    case "J":
      return adjectiveOf(lower);
    case "E":
      return nounOf(lower);
    case "B":
      return verbOfNoun(lower);
    case "A":
      return plainPlural(text);
    default:
      throw new Error(`A fix cannot ask for the form ${form}.`);
  }
}

/**
 * Returns the plural that a possessive is written for: "Sunday's" → "Sundays", "enquiry's" → "enquiries", "photo's" → "photos".
 */
function plainPlural(possessive: string): string {
  const noun = possessive.slice(0, -2);
  return /(?<!at)o$/iu.test(noun) ? `${noun}s` : noun.charAt(0) + pluralOf(noun.toLowerCase()).slice(1);
}
