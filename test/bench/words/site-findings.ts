import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import { createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import type { Lexicon } from "#worker/core/checks/spelling/lexicon.ts";
import { settleDialects } from "#worker/core/issues/settle-dialects.ts";
import { groupFindings, type PlacedFinding } from "#worker/core/report/group-findings.ts";
import type { ReportFinding } from "#worker/core/report/report.ts";
import type { SiteTexts } from "./site-texts.ts";

/** Returns the spelling Findings of a site as a report has them: weighed by the use of each word on the whole site. */
export function findOnSite({ pages, blocks: texts }: SiteTexts, lexicon: Lexicon): ReportFinding[] {
  const check = createCheckSpelling(lexicon);
  const found = new Map<string, ReturnType<typeof check>>();
  const placed = pages.flatMap(({ url, blocks }) =>
    blocks.flatMap((block): PlacedFinding[] => {
      const findings = found.get(block.hash) ?? (isForeignText(block.text, "en-US", lexicon) ? [] : check(block, "en-US"));
      found.set(block.hash, findings);
      return findings.map((finding) => ({ finding, url, selector: block.selector, kind: block.kind, block: block.hash }));
    }),
  );
  return groupFindings(
    settleDialects(placed, "auto"),
    texts.map(({ text }) => text),
  );
}
