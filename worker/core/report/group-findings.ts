import { CHECK_IDS } from "../checks/check-kinds.ts";
import { type Finding, wordingOf } from "../checks/finding.ts";
import { mergeWording } from "../issues/merge-wording.ts";
import type { FindingLocation } from "../issues/own-names.ts";
import { weighSiteWords } from "../issues/site-words.ts";
import type { BlockKind } from "../page/block.ts";
import type { ReportFinding } from "./report.ts";

/** A Finding at one location on one page. */
export type PlacedFinding = { finding: Finding; url: string; selector: string; kind: BlockKind | null; block: string | null };

type Group = { finding: ReportFinding; keys: Set<string>; locations: FindingLocation[] };

/**
 * Merges Findings with the same check, rule and subject. Each group takes its wording from the most confident Finding and lists
 * each location once. Order: by check, then confidence, then number of locations, then page order. `texts`: those of the Site.
 */
export function groupFindings(placed: Iterable<PlacedFinding>, texts: Iterable<string>): ReportFinding[] {
  const groups = new Map<string, Group>();
  for (const { finding, url, selector, kind, block } of placed) {
    const key = JSON.stringify([finding.check, finding.rule, finding.subject]);
    const group = groups.get(key) ?? { finding: asReported(finding), keys: new Set(), locations: [] };
    const { occurrences } = group.finding;
    group.finding = mergeWording(group.finding, { ...asReported(finding), occurrences });
    groups.set(key, group);
    const location = JSON.stringify([url, selector, block]);
    const { confidence, evidence } = finding;
    group.locations.push({ url, selector, kind, block, confidence, evidence });
    if (!group.keys.has(location)) group.finding.occurrences.push({ url, selector, block });
    group.keys.add(location);
  }
  const found = [...groups.values()].map(({ finding, ...group }) => ({ issue: finding, ...group }));
  return weighSiteWords(found, texts).sort(bySureness);
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
