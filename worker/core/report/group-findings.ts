import { CHECK_IDS } from "../checks/check-kinds.ts";
import { type Finding, wordingOf } from "../checks/finding.ts";
import type { FindingLocation } from "../issues/own-names.ts";
import { weighSiteWords } from "../issues/site-words.ts";
import type { BlockKind } from "../page/block.ts";
import type { ReportFinding } from "./report.ts";

/** A Finding at one location on one page. */
export type PlacedFinding = { finding: Finding; url: string; selector: string; kind: BlockKind | null; block: string | null };

/**
 * Merges Findings with the same check, rule and subject. Each group takes its wording from the most confident Finding and lists
 * each location once. Order: by check, then confidence, then number of locations, then page order.
 */
export function groupFindings(placed: Iterable<PlacedFinding>): ReportFinding[] {
  const groups = new Map<string, { finding: ReportFinding; keys: Set<string>; locations: FindingLocation[] }>();
  for (const { finding, url, selector, kind, block } of placed) {
    const key = JSON.stringify([finding.check, finding.rule, finding.subject]);
    const group = groups.get(key) ?? { finding: asReported(finding), keys: new Set(), locations: [] };
    if (finding.confidence > group.finding.confidence)
      group.finding = { ...asReported(finding), occurrences: group.finding.occurrences };
    groups.set(key, group);
    const location = JSON.stringify([url, selector, block]);
    group.locations.push({ url, selector, kind, block, confidence: finding.confidence });
    if (!group.keys.has(location)) group.finding.occurrences.push({ url, selector, block });
    group.keys.add(location);
  }
  return weighSiteWords([...groups.values()].map(({ finding, locations }) => ({ issue: finding, locations }))).sort(bySureness);
}

function asReported(finding: Finding): ReportFinding {
  const { subject: _subject, ...wording } = wordingOf(finding);
  return { ...wording, occurrences: [] };
}

function bySureness(one: ReportFinding, other: ReportFinding): number {
  return (
    CHECK_IDS.indexOf(one.check) - CHECK_IDS.indexOf(other.check) ||
    other.confidence - one.confidence ||
    other.occurrences.length - one.occurrences.length
  );
}
