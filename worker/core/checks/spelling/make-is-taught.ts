import type { Finding } from "../finding.ts";
import { withoutPossessive } from "./is-right.ts";
import { plainWord } from "./tokenize.ts";

/**
 * Makes the question whether the owner's dictionary has the word that a spelling Finding is about. A word stored in lower case stands for any
 * case; one with capitals ("GmbH") for itself and for ALL CAPS. A possessive ("Brightwell's") is its word, and all apostrophes are one.
 * Asked for every place on a site: it looks words up and does not go through them.
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
