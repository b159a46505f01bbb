import type { Finding } from "../checks/finding.ts";
import { linkSubject } from "../checks/links/link-findings.ts";
import { foldVolatile } from "../text/fold-volatile.ts";
import { hashOf } from "../text/text-hash.ts";
import { normalisePercentEncoding } from "../url/canonical-url.ts";

type Identified = Pick<Finding, "check" | "rule" | "subject" | "text" | "range">;

/**
 * Returns the identity of the Issue that a Finding belongs to, independent of its position and the message's wording. A
 * misspelling is identified by its word on the whole site; a broken link by its target, regardless of the reason ("404"
 * yesterday, "410" now); a grammar mistake by its rule and phrase with the word on either side, in which all numbers are equal.
 */
export function fingerprint(finding: Identified, blockText: string): string {
  return finding.check === "grammar" ? ofPhrase(finding, blockText, foldVolatile) : hashOf([finding.check, finding.subject]);
}

/**
 * Returns the fingerprints that earlier versions gave the same Finding, so that its Issue keeps its history and decisions. Earlier ones had
 * all parameters and the fragment of a target, and the numbers beside a phrase.
 */
export function earlierFingerprints(finding: Identified, blockText: string): string[] {
  const own = fingerprint(finding, blockText);
  const earlier =
    finding.check === "grammar"
      ? [ofPhrase(finding, blockText, (text) => text)]
      : finding.check === "links"
        ? [hashOf(["links", normaliseTarget(finding.text)])]
        : [];
  return earlier.filter((one) => one !== own);
}

/** Returns all fingerprints that an Issue about this link target may have, for a target whose state is unknown. */
export function linkFingerprints(target: string): string[] {
  const subjects = [linkSubject(target, ""), linkSubject(target, "links/fragment"), normaliseTarget(target)];
  return [...new Set(subjects)].map((subject) => hashOf(["links", subject]));
}

function normaliseTarget(target: string): string {
  const url = URL.parse(target);
  if (!url) return target;
  url.pathname = normalisePercentEncoding(url.pathname);
  url.search = normalisePercentEncoding(url.search);
  return url.href;
}

function ofPhrase({ rule, subject, range }: Identified, blockText: string, fold: (text: string) => string): string {
  const { start, end } = range ?? { start: 0, end: 0 };
  return hashOf([rule, fold(subject), fold(lastWord(blockText.slice(0, start))), fold(firstWord(blockText.slice(end)))]);
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
