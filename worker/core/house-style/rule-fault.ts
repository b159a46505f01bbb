import { plural } from "../text/plural.ts";
import { LONGEST_REQUIRED, LONGEST_TERM, type TypedRule } from "./house-rule.ts";

/** Returns what is wrong with a rule that a person entered, in their words; null where nothing is. */
export function faultOfRule({ kind, term, replacement }: TypedRule): string | null {
  const longest = kind === "require" ? LONGEST_REQUIRED : LONGEST_TERM;
  if (!/[\p{L}\p{N}]/u.test(term)) return "Enter at least one letter or digit.";
  if (term.length > longest) return `This text is too long. Use at most ${plural(longest, "character")}.`;
  if (replacement.length > LONGEST_TERM)
    return `What to write instead is too long. Use at most ${plural(LONGEST_TERM, "character")}.`;
  return null;
}
