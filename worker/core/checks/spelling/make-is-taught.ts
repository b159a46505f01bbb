import type { Finding } from "../finding.ts";
import { withoutPossessive } from "./is-right.ts";
import { plainWord } from "./tokenize.ts";

/**
 * Returns a function that checks whether the owner's dictionary has the word of a spelling Finding. Lower-case entries match any
 * case; those with capitals ("GmbH") match themselves and ALL CAPS. Possessive endings and kinds of apostrophe do not matter. It
 * looks words up in sets, because it is called for every place on a site.
 */
export function makeIsTaught(words: readonly string[]): (finding: Pick<Finding, "check" | "text">) => boolean {
  const plain = words.map(plainWord);
  const stored = new Set(plain);
  const inCapitals = new Set(plain.map((word) => word.toUpperCase()));
  const inAnyCase = new Set(plain.filter((word) => word === word.toLowerCase()));
  return ({ check, text }) => {
    if (check !== "spelling") return false;
    const whole = plainWord(text);
    const written = withoutPossessive(whole);
    return stored.has(written) || inCapitals.has(written) || inAnyCase.has(written.toLowerCase()) || stored.has(whole);
  };
}
