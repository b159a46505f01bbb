import type { GatheredIssues } from "./gather-seen.ts";
import { type Inheritance, inheritIdentity } from "./inherit-identity.ts";
import type { KnownIssue } from "./issue.ts";
import type { IssueChange } from "./issue-change.ts";
import { reconcileIssues } from "./reconcile-issues.ts";

type Rules = Omit<Parameters<typeof reconcileIssues>[0], "known" | "seen" | "undecided">;
/** `known`: the known Issues as they go on, under their new fingerprints and without those that were merged. */
export type TrackedIssues = Inheritance & { known: KnownIssue[]; changes: IssueChange[] };

/**
 * Follows a Site's Issues over one Crawl: finds out which seen Issue continues which known one, then what changed. The service and
 * `npm run check -- --baseline` both go this way. `notNews` has ids of known Issues.
 */
export function trackIssues(known: readonly KnownIssue[], gathered: GatheredIssues, rules: Rules): TrackedIssues {
  const { seen, doubtful } = gathered;
  const { renamed, merged } = inheritIdentity(known, seen);
  const going = known
    .filter(({ id }) => !merged.has(id))
    .map((issue) => ({ ...issue, fingerprint: renamed.get(issue.id) ?? issue.fingerprint }));
  const undecided = new Set(gathered.undecided);
  const unseen = withoutSeen(going, gathered);
  const inDoubt = inheritIdentity(unseen, doubtful).renamed;
  for (const { id, fingerprint } of unseen) if (inDoubt.has(id)) undecided.add(fingerprint);
  return { renamed, merged, known: going, changes: reconcileIssues({ ...rules, known: going, seen, undecided }) };
}

function withoutSeen(known: readonly KnownIssue[], { seen }: GatheredIssues): KnownIssue[] {
  const fingerprints = new Set(seen.map(({ fingerprint }) => fingerprint));
  return known.filter(({ fingerprint }) => !fingerprints.has(fingerprint));
}
