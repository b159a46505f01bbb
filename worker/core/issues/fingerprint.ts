import type { Finding } from "../checks/finding.ts";
import { hashOf } from "../text/text-hash.ts";

/**
 * What makes two Findings the same Issue in the owner's mind: never their place or the wording of the message.
 * A misspelling is its word, wherever it stands on the site; a dead target is its address, whatever the reason today ("404" yesterday,
 * "410" now); a grammar slip is its rule and phrase together with the word on either side.
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
