import type { Transaction } from "#prisma/client.ts";
import type { IssueEventKind } from "#prisma/generated/enums.ts";
import { makeIsTaught } from "#worker/core/checks/spelling/make-is-taught.ts";
import { acceptedWords } from "#worker/core/checks/spelling/word-endings.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import { coverIssues } from "../ignoring/cover-issues.ts";
import { findStillPresent } from "../issues/recording/find-still-present.ts";

/** `closed`: fixed spelling Issues of the Team that dictionary words may have closed. `decisionId`: of the decision that is undone. */
type Wanted = {
  teamId: string;
  closed: readonly { id: string; siteId: string; text: string }[];
  userId: string;
  now: Date;
  decisionId?: string;
};

/**
 * Reopens Issues that a dictionary word had closed, quietly: those still on the site that no word covers any more. An IgnoreRule that covers
 * them keeps them off the list. The caller has locked the Team. Returns the number.
 */
export async function reopenUncovered(tx: Transaction, { teamId, closed, userId, now, decisionId }: Wanted): Promise<number> {
  const uncovered = await findUncovered(tx, teamId, closed);
  const ids = uncovered.map(({ id }) => id);
  await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE "id" = ANY(${ids}) ORDER BY "id" FOR UPDATE`;
  const last = await findLastEvents(tx, ids);
  const reopened = uncovered.flatMap((issue) => {
    const event = last.get(issue.id);
    return event?.kind === "taught" ? [{ ...issue, state: event.before ?? ("open" as const) }] : [];
  });
  for (const [state, group] of Map.groupBy(reopened, (issue) => issue.state))
    await tx.issue.updateMany({ where: { id: { in: group.map(({ id }) => id) } }, data: { state, fixedAt: null } });
  await tx.issueEvent.createMany({
    data: reopened.map(({ id, siteId }) => ({
      ...{ siteId, issueId: id, kind: "undone" as const, before: "fixed" as const, quiet: true, userId, at: now },
      ...(decisionId === undefined ? {} : { decisionId }),
    })),
  });
  for (const [siteId, group] of Map.groupBy(reopened, (issue) => issue.siteId))
    await coverIssues(tx, { siteId, which: { ids: group.map(({ id }) => id) }, userId, now });
  return reopened.length;
}

async function findUncovered(tx: Transaction, teamId: string, closed: Wanted["closed"]) {
  const words = await tx.dictionaryWord.findMany({
    where: { teamId },
    select: { word: true, withEndings: true, siteId: true },
  });
  const ofTeam = words.filter(({ siteId }) => siteId === null);
  const left = [...Map.groupBy(closed, ({ siteId }) => siteId)].flatMap(([siteId, issues]) => {
    const isTaught = makeIsTaught(acceptedWords([...ofTeam, ...words.filter((word) => word.siteId === siteId)]));
    return issues.filter(({ text }) => !isTaught({ check: "spelling", text }));
  });
  const present = await findStillPresent(
    tx,
    left.map(({ id }) => id),
  );
  return left.filter(({ id }) => present.has(id));
}

async function findLastEvents(
  tx: Transaction,
  ids: string[],
): Promise<Map<string, { kind: IssueEventKind; before: IssueState | null }>> {
  const events = await tx.$queryRaw<{ issueId: string; kind: IssueEventKind; before: IssueState | null }[]>`
    SELECT DISTINCT ON ("issueId") "issueId", "kind"::text AS "kind", "before"::text AS "before" FROM "IssueEvent"
    WHERE "issueId" = ANY(${ids}) AND "kind" <> 'assigned' ORDER BY "issueId", "id" DESC`;
  return new Map(events.map(({ issueId, ...event }) => [issueId, event]));
}
