import type { Finding } from "../finding.ts";

/**
 * Whether the owner's dictionary has the word that a spelling Finding is about. A word stored in lower case stands for any case; one with
 * capitals ("GmbH") for itself and for ALL CAPS. A possessive ("Brightwell's") is its word.
 */
export function isTaught(finding: Pick<Finding, "check" | "text">, words: Iterable<string>): boolean {
  if (finding.check !== "spelling") return false;
  const written = withoutPossessive(finding.text);
  for (const word of words) {
    if (written === word || written === word.toUpperCase()) return true;
    if (word === word.toLowerCase() && written.toLowerCase() === word) return true;
    if (finding.text === word) return true;
  }
  return false;
}

function withoutPossessive(text: string): string {
  return text.replace(/['’]s$/iu, "").replace(/['’]$/u, "");
}
