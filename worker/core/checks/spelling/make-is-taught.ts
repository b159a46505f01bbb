import type { Finding } from "../finding.ts";

/**
 * Makes the question whether the owner's dictionary has the word that a spelling Finding is about. A word stored in lower case stands for any
 * case; one with capitals ("GmbH") for itself and for ALL CAPS. A possessive ("Brightwell's") is its word. Asked for every place on a
 * site: it looks words up and does not go through them.
 */
export function makeIsTaught(words: readonly string[]): (finding: Pick<Finding, "check" | "text">) => boolean {
  const stored = new Set(words);
  const inCapitals = new Set(words.map((word) => word.toUpperCase()));
  const inAnyCase = new Set(words.filter((word) => word === word.toLowerCase()));
  return ({ check, text }) => {
    if (check !== "spelling") return false;
    const written = withoutPossessive(text);
    return stored.has(written) || inCapitals.has(written) || inAnyCase.has(written.toLowerCase()) || stored.has(text);
  };
}

function withoutPossessive(text: string): string {
  return text.replace(/['’]s$/iu, "").replace(/['’]$/u, "");
}
