import { faultyAnswer, verdictOf } from "./link-answer.ts";
import type { LinkVerdict } from "./link-verdict.ts";
import { needsNextCrawl } from "./needs-next-crawl.ts";

/**
 * Judges a working style sheet or manifest by the pictures and fonts that it loads. Names the first broken one and counts the
 * others. Temporary failures are ignored.
 */
export function sheetVerdict(sheet: LinkVerdict, parts: readonly LinkVerdict[]): LinkVerdict {
  const broken = parts.filter(({ state, rule }) => state === "broken" && rule !== null && !needsNextCrawl(rule));
  const [first, ...more] = broken.sort((one, other) => (one.url < other.url ? -1 : 1));
  if (!first) return sheet;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  const reason = `This ${sheet.sheet ?? "file"} loads ${first.url}${others}, which does not work: ${first.reason}`;
  return verdictOf(sheet.url, faultyAnswer("links/style-sheet", reason, { status: sheet.status, finalUrl: sheet.finalUrl }));
}
