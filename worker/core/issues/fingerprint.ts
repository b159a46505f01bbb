import type { Finding } from "../checks/finding.ts";
import { hashOf } from "../text/text-hash.ts";

/**
 * Returns the identity of the Issue that a Finding belongs to, independent of its position and the message's wording. A
 * misspelling is identified by its word on the whole site; a broken link by its target, regardless of the reason ("404"
 * yesterday, "410" now); a grammar mistake by its rule and phrase with the word on either side.
 */
export function fingerprint(finding: Finding, blockText: string): string {
  if (finding.check !== "grammar") return hashOf([finding.check, finding.subject]);
  const { start, end } = finding.range ?? { start: 0, end: 0 };
  return hashOf([finding.rule, finding.subject, lastWord(blockText.slice(0, start)), firstWord(blockText.slice(end))]);
}

function lastWord(text: string): string {
  return wordsOf(text.slice(-60)).at(-1) ?? "";
}

function firstWord(text: string): string {
  return wordsOf(text.slice(0, 60))[0] ?? "";
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
