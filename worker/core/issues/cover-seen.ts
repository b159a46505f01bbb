import { type IgnoreRule, makeFindCover } from "./ignore-rules.ts";
import type { KnownIssue, Occurrence, SeenIssue } from "./issue.ts";

/** The places that each rule for one page hides, by the id of the rule. Rules whose Issue is undecided are left out. */
export type HiddenPlaces = Map<string, Occurrence[]>;

type Coverable = {
  seen: readonly SeenIssue[];
  known: readonly KnownIssue[];
  undecided: ReadonlySet<string>;
  rules: readonly IgnoreRule[];
};

/**
 * Applies the IgnoreRules to what a Crawl sees. An Issue of which some places are ignored keeps the others. One that is ignored at each of its
 * places keeps all, so that they can be shown, and names the rule.
 */
export function coverSeen({ seen, known, undecided, rules }: Coverable): { seen: SeenIssue[]; hidden: HiddenPlaces } {
  if (rules.length === 0) return { seen: [...seen], hidden: new Map() };
  const ids = new Map(known.map(({ fingerprint, id }) => [fingerprint, id]));
  const hidden: HiddenPlaces = new Map();
  const fingerprints = new Map(known.map(({ fingerprint, id }) => [id, fingerprint]));
  for (const { id, scope, issueId } of rules) {
    const fingerprint = scope === "page" ? fingerprints.get(issueId ?? "") : undefined;
    if (fingerprint !== undefined && !undecided.has(fingerprint)) hidden.set(id, []);
  }
  const findCover = makeFindCover(rules);
  const covered = seen.map((issue): SeenIssue => {
    const { fingerprint, check, rule, text, occurrences } = issue;
    const urls = occurrences.map(({ url }) => url);
    const { all, pages } = findCover({ id: ids.get(fingerprint) ?? null, check, rule, text, urls });
    for (const place of occurrences) {
      const by = pages.get(place.url);
      if (by !== undefined) hidden.set(by, [...(hidden.get(by) ?? []), place]);
    }
    if (all !== null) return { ...issue, ignoredBy: all };
    return pages.size === 0 ? issue : { ...issue, occurrences: occurrences.filter(({ url }) => !pages.has(url)) };
  });
  return { seen: covered, hidden };
}
