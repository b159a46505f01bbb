import type { Transaction } from "#prisma/client.ts";
import { decisionDetailsSchema } from "#worker/core/issues/decisions/decision-details.ts";
import type { DecisionOutcome } from "#worker/core/issues/decisions/issue-decision.ts";
import { type PastEvent, undoDecision } from "#worker/core/issues/decisions/undo-decision.ts";
import { withdrawAssignmentMail } from "../../deliveries/write-assignment-mail.ts";
import { eventKind } from "../event-kinds.ts";
import { type DecidedIssue, writeDecidedIssues } from "./decided-issues.ts";

type Wanted = { issues: readonly DecidedIssue[]; decisionId: string | undefined; userId: string; now: Date };
type Restored = Extract<ReturnType<typeof undoDecision>, { restored: unknown }> & { issue: DecidedIssue };

/** Events of one Issue that are read to undo one of them. */
const EVENTS_READ = 50;

/**
 * Undoes a decision on those of the locked Issues where nothing newer gets in its way. Mail about it that still waits is not sent. Without
 * an id, undoes each Issue's latest decision.
 */
export async function undoDecisions(tx: Transaction, { issues, decisionId, userId, now }: Wanted): Promise<DecisionOutcome> {
  const events = await findLatestEvents(
    tx,
    issues.map(({ id }) => id),
  );
  const undoings = issues.map((issue) => ({
    issue,
    undoing: undoDecision(issue.decided, events.get(issue.id) ?? [], decisionId),
  }));
  const restored: Restored[] = undoings.flatMap(({ issue, undoing }) => ("restored" in undoing ? [{ issue, ...undoing }] : []));
  await writeDecidedIssues(
    tx,
    restored.map((one) => ({ id: one.issue.id, ...one.issue.decided, ...one.restored })),
  );
  await tx.issueEvent.createMany({
    data: restored.map(({ issue, decisionId: undone }) => ({
      siteId: issue.siteId,
      issueId: issue.id,
      kind: "undone" as const,
      before: issue.decided.state,
      quiet: true,
      userId,
      at: now,
      decisionId: undone,
    })),
  });
  for (const [undone, group] of Map.groupBy(restored, (one) => one.decisionId))
    if (undone !== null)
      await withdrawAssignmentMail(tx, { issueIds: group.map(({ issue }) => issue.id), decisionId: undone, now });
  return {
    decisionId: decisionId ?? restored[0]?.decisionId ?? "",
    changed: restored.length,
    obstacles: undoings.flatMap(({ undoing }) => ("obstacle" in undoing ? [undoing.obstacle] : [])),
  };
}

async function findLatestEvents(tx: Transaction, issueIds: string[]): Promise<Map<string, PastEvent[]>> {
  const ids = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM (
      SELECT "id", ROW_NUMBER() OVER (PARTITION BY "issueId" ORDER BY "id" DESC) AS "age" FROM "IssueEvent"
      WHERE "issueId" = ANY(${issueIds})) AS event WHERE "age" <= ${EVENTS_READ}`;
  const rows = await tx.issueEvent.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { issueId: true, kind: true, before: true, decisionId: true, userId: true, details: true },
  });
  return new Map(
    [...Map.groupBy(rows, ({ issueId }) => issueId)].map(([issueId, events]) => [
      issueId,
      events.map(({ kind, before, decisionId, userId, details }) => ({
        ...{ kind: eventKind(kind), before, decisionId, isByPerson: userId !== null },
        details: decisionDetailsSchema.parse(details ?? {}),
      })),
    ]),
  );
}
