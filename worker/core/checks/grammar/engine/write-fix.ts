import type { Token } from "./tokens.ts";
import { compareAdjective, inflectVerb, pluralOf, singularOf, verbOf } from "./word-class.ts";

/**
 * Fills in a fix: `{1}` is the word of the first element as written, `{1:V}` its base form as a verb, `Z` its third person, `D`
 * past, `C` participle, `G` "-ing" form, `P` plural, `N` singular, `K` comparative, `S` superlative, `A` its plural without an
 * apostrophe. The result begins with a capital if the written text does.
 */
export function writeFix(fix: string, matched: readonly (Token | null)[], written: string): string {
  const filled = fix.replace(/\{(\d+)(?::([A-Z]))?\}/gu, (_whole, at: string, form: string | undefined) => {
    const token = matched[Number(at) - 1];
    return token ? inForm(token, form) : "";
  });
  const tidy = filled.replace(/\s+/gu, " ").trim();
  return /^\p{Lu}/u.test(written) && !/^I\b/u.test(written) ? tidy.charAt(0).toUpperCase() + tidy.slice(1) : tidy;
}

function inForm({ text, lower }: Token, form: string | undefined): string {
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
