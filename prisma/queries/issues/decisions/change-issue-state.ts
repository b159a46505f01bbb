import { randomUUID } from "node:crypto";
import type { Database, Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import { DomainError } from "#worker/core/errors.ts";
import { applyDecision } from "#worker/core/issues/decisions/apply-decision.ts";
import type { DecisionDetails } from "#worker/core/issues/decisions/decision-details.ts";
import { type DecisionOutcome, type IssueDecision, TEXT_CHANGES } from "#worker/core/issues/decisions/issue-decision.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { localDay } from "#worker/core/schedule/next-crawl-at.ts";
import { startOfDay } from "#worker/core/schedule/start-of-day.ts";
import { writeAssignmentMail } from "../../deliveries/write-assignment-mail.ts";
import { storedKind } from "../event-kinds.ts";
import { type DecidedIssue, lockDecidedIssues, writeDecidedIssues } from "./decided-issues.ts";
import { findSnoozedTexts } from "./find-snoozed-texts.ts";
import { undoDecisions } from "./undo-decisions.ts";

type Wanted = { teamId: TeamScope; issueIds: readonly string[]; change: IssueDecision; userId: string; now: Date };
type Snooze = { until: string | null; texts: string[] };

/** Longer snoozes are mistyped years. */
const LONGEST_SNOOZE_MS = 3 * 366 * 86_400_000;

/**
 * Applies a person's decision to Issues of a Team, on any of its Sites: to all or to none. Each change is a quiet event, which is never mailed. Issues
 * already in the wanted state are skipped. An assigned Member gets one mail.
 * @throws DomainError `not-found` when one of them, or the Member, does not belong to the Team; `invalid-input` for a day that is not ahead.
 */
export async function changeIssueState(
  db: Database,
  { teamId, issueIds, change, userId, now }: Wanted,
): Promise<DecisionOutcome> {
  return db.$transaction(async (tx) => {
    // Locked as recording a Crawl locks them, so that the state read here is still current when it is written.
    const issues = await lockDecidedIssues(tx, { teamId, issueIds });
    if (issues.length !== new Set(issueIds).size)
      throw new DomainError("not-found", "One of these issues is no longer in your list. Load the page again.");
    if (change.action === "undo") return undoDecisions(tx, { issues, decisionId: change.decisionId, userId, now });
    if (change.action === "assign" && change.userId !== null)
      await requireAssignee(tx, teamId, { userId: change.userId, issues });
    const decisionId = randomUUID();
    const snoozes = change.action === "snooze" ? await findSnoozes(tx, issues, change.until, now) : new Map<string, Snooze>();
    const changed = issues.flatMap((issue) => {
      const snooze = snoozes.get(issue.id);
      const decision = applyDecision(issue.decided, { ...change, ...(snooze ? { snooze } : {}) }, now);
      return decision ? [{ issue, ...decision }] : [];
    });
    await writeDecidedIssues(
      tx,
      changed.map(({ issue, after }) => ({ id: issue.id, ...issue.decided, ...after })),
    );
    await tx.issueEvent.createMany({
      data: changed.map(({ issue: { id, siteId, decided }, kind }) => ({
        siteId,
        issueId: id,
        kind: storedKind(kind),
        before: decided.state,
        quiet: true,
        userId,
        at: now,
        decisionId,
        details: JSON.parse(toStoredJson(detailsOf(decided, change))),
      })),
    });
    if (change.action === "assign" && change.userId !== null && change.userId !== userId)
      await writeAssignmentMail(tx, {
        ...{ decisionId, assigneeId: change.userId, byUserId: userId, now },
        issueIds: changed.map(({ issue }) => issue.id),
      });
    return { decisionId, changed: changed.length, obstacles: [] };
  });
}

function detailsOf(previous: DecidedIssue["decided"], change: IssueDecision): DecisionDetails {
  if (change.action === "snooze") return { previous, until: change.until };
  return change.action === "assign" ? { previous, assigneeId: change.userId } : { previous };
}

async function requireAssignee(
  tx: Transaction,
  scope: TeamScope,
  { userId, issues }: { userId: string; issues: readonly DecidedIssue[] },
): Promise<void> {
  // Held until the end, so that the Member cannot leave meanwhile and keep Issues.
  const [member] = await tx.$queryRaw<{ allSites: boolean; siteIds: string[] }[]>`
    SELECT "allSites", "siteIds" FROM "Member" WHERE "teamId" = ${teamOf(scope)} AND "userId" = ${userId} FOR SHARE`;
  if (!member) throw new DomainError("not-found", "This person is no longer in your team. Choose someone else.");
  if (!member.allSites && issues.some(({ siteId }) => !member.siteIds.includes(siteId)))
    throw new DomainError("forbidden", "This person does not see this site. Choose someone else, or ask an owner of the team.");
}

async function findSnoozes(
  tx: Transaction,
  issues: readonly DecidedIssue[],
  until: string,
  now: Date,
): Promise<Map<string, Snooze>> {
  if (until === TEXT_CHANGES) {
    const texts = await findSnoozedTexts(tx, issues);
    return new Map(issues.map(({ id }) => [id, { until: null, texts: texts.get(id) ?? [] }]));
  }
  return new Map(issues.map(({ id, timeZone }) => [id, { until: momentOf(until, timeZone, now).toISOString(), texts: [] }]));
}

function momentOf(day: string, timeZone: string, now: Date): Date {
  const moment = startOfDay(day, timeZone);
  if (!moment) throw new DomainError("invalid-input", "There is no such day. Choose one from the calendar.");
  if (moment <= now)
    throw new DomainError(
      "invalid-input",
      `Choose a day after today. At the site, it is ${localDay(now, timeZone)} (${timeZone}).`,
    );
  if (moment.getTime() - now.getTime() > LONGEST_SNOOZE_MS)
    throw new DomainError("invalid-input", "Choose a day within the next three years.");
  return moment;
}
