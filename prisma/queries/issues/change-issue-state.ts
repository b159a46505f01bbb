import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type IssueState, NEW_COURSE } from "#worker/core/issues/issue.ts";

export type IssueAction = "ignore" | "unignore" | "mark-fixed" | "undo";
type Wanted = { teamId: string; siteId: string; issueIds: string[]; action: IssueAction; userId: string; now: Date };
type KnownState = { id: string; state: IssueState };
type Change = { id: string; before: IssueState; after: IssueState };

const EVENT_KINDS = { ignore: "ignored", unignore: "unignored", "mark-fixed": "marked_fixed", undo: "undone" } as const;

/**
 * Applies a person's decision to some of a Site's Issues. Each change is a quiet event, which is never mailed. Issues already
 * in the wanted state are skipped. `undo` restores the state before the last change by a person.
 * @throws DomainError `not-found` when one of them does not belong to the Team.
 */
export async function changeIssueState(db: Database, { teamId, siteId, issueIds, action, userId, now }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    // Locked as recording a Crawl locks them, so that the state read here is still current when it is written.
    const issues = await tx.$queryRaw<KnownState[]>`
      SELECT issue."id", issue."state"::text AS "state" FROM "Issue" AS issue JOIN "Site" AS site ON site."id" = issue."siteId"
      WHERE issue."id" = ANY(${issueIds}) AND issue."siteId" = ${siteId} AND site."teamId" = ${teamId}
      ORDER BY issue."id" FOR UPDATE OF issue`;
    if (issues.length !== new Set(issueIds).size) throw new DomainError("not-found", "This issue is no longer in your list.");
    const changes = action === "undo" ? await undoneChanges(tx, issues) : issues.flatMap((issue) => change(issue, action));
    for (const { id, after } of changes) {
      // After a person's decision, coming back is news again.
      await tx.issue.update({ where: { id }, data: { state: after, fixedAt: after === "fixed" ? now : null, ...NEW_COURSE } });
    }
    await tx.issueEvent.createMany({
      data: changes.map(({ id, before }) => ({
        siteId,
        issueId: id,
        kind: EVENT_KINDS[action],
        before,
        quiet: true,
        userId,
        at: now,
      })),
    });
  });
}

function change({ id, state }: KnownState, action: Exclude<IssueAction, "undo">): Change[] {
  const after = action === "ignore" ? "ignored" : action === "mark-fixed" ? "fixed" : "open";
  const wrongStart = action === "unignore" && state !== "ignored";
  return state === after || wrongStart ? [] : [{ id, before: state, after }];
}

/** Undoes only a person's change, and only while it is the Issue's latest event. */
async function undoneChanges(tx: Transaction, issues: KnownState[]): Promise<Change[]> {
  const last = await tx.issueEvent.findMany({
    where: { issueId: { in: issues.map((issue) => issue.id) } },
    orderBy: { id: "desc" },
    distinct: ["issueId"],
    select: { issueId: true, userId: true, before: true, kind: true },
  });
  const byIssue = new Map(last.map((event) => [event.issueId, event]));
  return issues.flatMap(({ id, state }) => {
    const event = byIssue.get(id);
    if (!event?.userId || event.before === null || event.kind === "undone") return [];
    return [{ id, before: state, after: event.before }];
  });
}
