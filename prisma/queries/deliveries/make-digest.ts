import type { Transaction } from "#prisma/client.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { buildDigest, type UnreportedEvent } from "#worker/core/digest/build-digest.ts";
import type { Digest } from "#worker/core/digest/digest.ts";
import { eventKind } from "../issues/event-kinds.ts";
import { toCandidates } from "./to-candidates.ts";

type Facts = Pick<Digest, "siteId" | "siteName" | "pagesChecked" | "pagesFailed">;
/** `checks`: those that the person wants; empty: all. */
type Reader = { toldUpTo: bigint; checks: readonly string[] };

/** Builds the digest of what changed on a Site since a recipient's mark; null if nothing did that the person wants. */
export async function makeDigest(tx: Transaction, facts: Facts, { toldUpTo, checks }: Reader): Promise<Digest | null> {
  const { siteId, siteName, pagesChecked, pagesFailed } = facts;
  const ofChecks = checks.length > 0 ? { check: { in: [...checks] } } : {};
  const events = await tx.issueEvent.findMany({
    where: { siteId, quiet: false, id: { gt: toldUpTo }, issue: ofChecks },
    orderBy: { id: "asc" },
    select: { kind: true, issue: true },
  });
  if (events.length === 0) return null;
  const issues = new Map(events.map(({ issue }) => [issue.id, issue]));
  const items = new Map((await toCandidates(tx, [...issues.values()])).map((item) => [item.issueId, item]));
  const untold = events.flatMap(({ kind, issue }): UnreportedEvent[] => {
    const item = items.get(issue.id);
    return item ? [{ kind: eventKind(kind), state: issue.state, item }] : [];
  });
  const stillOpen = await tx.issue.count({
    where: { siteId, state: { in: ["open", "reopened"] }, confidence: { gte: MAIL_CONFIDENCE }, ...ofChecks },
  });
  return buildDigest({ siteId, siteName, stillOpen, pagesChecked, pagesFailed, events: untold });
}
