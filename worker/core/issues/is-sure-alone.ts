import { type Finding, holdsAt, MAIL_CONFIDENCE } from "../checks/finding.ts";
import { DIALECT_USE_RULES } from "../checks/spelling/dialect-uses.ts";
import { isInDomain } from "./own-names.ts";

const UNKNOWN_WORD = "spelling/unknown-word";
/** Rules that depend on the spelling of the whole Site. */
const OF_SITE: ReadonlySet<string> = new Set([...Object.values(DIALECT_USE_RULES), "spelling/other-dialect"]);
/** Confidence from which a word is a misspelling however often the Site writes it. One that people are known to mistype needs less. */
const BEYOND_DOUBT = 0.99;
const BEYOND_DOUBT_IF_LISTED = 0.9;

/**
 * Returns true for a Finding that the rest of the Site cannot turn into a question, so that it can be shown while the first Crawl is still
 * reading. A word that the Site may use as its own is none of these.
 */
export function isSureAlone(finding: Finding, { url, now }: { url: string; now: Date }): boolean {
  const { rule, confidence, evidence, text } = finding;
  if (confidence < MAIL_CONFIDENCE || OF_SITE.has(rule) || !holdsAt(finding, now)) return false;
  if (rule !== UNKNOWN_WORD) return true;
  const enough = evidence === "listed-slip" ? BEYOND_DOUBT_IF_LISTED : BEYOND_DOUBT;
  return confidence >= enough && !isInDomain(text, [{ url }]);
}
