import { coverSeen, type HiddenPlaces } from "./cover-seen.ts";
import type { GatheredIssues } from "./gather-seen.ts";
import type { IgnoreRule } from "./ignore-rules.ts";
import { type Inheritance, inheritIdentity } from "./inherit-identity.ts";
import type { KnownIssue, SeenIssue } from "./issue.ts";
import type { IssueChange } from "./issue-change.ts";
import { reconcileIssues } from "./reconcile-issues.ts";

type Rules = Omit<Parameters<typeof reconcileIssues>[0], "known" | "seen" | "undecided"> & {
  /** The Site's IgnoreRules, oldest first. */
  ignoreRules?: readonly IgnoreRule[];
};
/**
 * `known`: the known Issues as they go on, under their new fingerprints and without those that were merged. `seen`: without the places that
 * are ignored. `hidden`: those places.
 */
export type TrackedIssues = Inheritance & {
  known: KnownIssue[];
  seen: SeenIssue[];
  hidden: HiddenPlaces;
  changes: IssueChange[];
};

/**
 * Follows a Site's Issues over one Crawl: finds out which seen Issue continues which known one, then what changed. The service and
 * `npm run check -- --baseline` both go this way. `notNews` has ids of known Issues.
 */
export function trackIssues(
  known: readonly KnownIssue[],
  gathered: GatheredIssues,
  { ignoreRules = [], ...rules }: Rules,
): TrackedIssues {
  const { doubtful } = gathered;
  const { renamed, merged } = inheritIdentity(known, gathered.seen);
  const going = known
    .filter(({ id }) => !merged.has(id))
    .map((issue) => ({ ...issue, fingerprint: renamed.get(issue.id) ?? issue.fingerprint }));
  const undecided = new Set(gathered.undecided);
  const unseen = withoutSeen(going, gathered);
  const inDoubt = inheritIdentity(unseen, doubtful).renamed;
  for (const { id, fingerprint } of unseen) if (inDoubt.has(id)) undecided.add(fingerprint);
  const rulesNow = ignoreRules.map((rule) => ({ ...rule, issueId: merged.get(rule.issueId ?? "") ?? rule.issueId }));
  const { seen, hidden } = coverSeen({ seen: gathered.seen, known: going, undecided, rules: rulesNow });
  return { renamed, merged, known: going, seen, hidden, changes: reconcileIssues({ ...rules, known: going, seen, undecided }) };
}

function withoutSeen(known: readonly KnownIssue[], { seen }: GatheredIssues): KnownIssue[] {
  const fingerprints = new Set(seen.map(({ fingerprint }) => fingerprint));
  return known.filter(({ fingerprint }) => !fingerprints.has(fingerprint));
}
