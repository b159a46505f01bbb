import { faultAnswer, verdictOf } from "./link-answer.ts";
import type { LinkVerdict } from "./link-verdict.ts";
import { needsNextCrawl } from "./needs-next-crawl.ts";

/**
 * The verdict on a style sheet or manifest that works itself, from what the pictures and fonts that it asks for answered: the first that is
 * not there is named, and how many more there are. Faults that may pass are not held against it.
 */
export function sheetVerdict(sheet: LinkVerdict, parts: readonly LinkVerdict[]): LinkVerdict {
  const broken = parts.filter(({ state, rule }) => state === "broken" && rule !== null && !needsNextCrawl(rule));
  const [first, ...more] = broken.sort((one, other) => (one.url < other.url ? -1 : 1));
  if (!first) return sheet;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  const reason = `This ${sheet.sheet ?? "file"} loads ${first.url}${others}, which does not work: ${first.reason}`;
  return verdictOf(sheet.url, faultAnswer("links/style-sheet", reason, { status: sheet.status, finalUrl: sheet.finalUrl }));
}
