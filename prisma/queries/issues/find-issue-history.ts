import type { Database } from "#prisma/client.ts";
import { SHOWN_IN_MAIL } from "#worker/core/digest/shown-in-mail.ts";
import { decisionDetailsSchema } from "#worker/core/issues/decisions/decision-details.ts";
import { TEXT_CHANGES } from "#worker/core/issues/decisions/issue-decision.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { type IssueMoment, inOrder, type MailedMoment } from "#worker/core/view/issues/issue-history.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { eventKind } from "./event-kinds.ts";

/** The latest steps of an Issue, oldest first, and the number of earlier ones that are left out. */
export type IssueHistory = {
  moments: IssueMoment[];
  earlier: number;
  firstSeenAt: Date;
  /** The member to whom it is assigned now. */
  assignee: { userId: string; name: string } | null;
  /** The end of its snooze; `TEXT_CHANGES`, or null if it is not snoozed. */
  snoozedUntil: Date | typeof TEXT_CHANGES | null;
};

const MOST_EVENTS = 100;
const detailsSchema = decisionDetailsSchema.nullable();

type Wanted = { teamId: TeamScope; siteId: string; issueId: string };

/**
 * Returns what happened to an Issue: the changes of its state, who made them, and the mails that showed it. Null when the Team has no
 * such Issue on this Site.
 */
export async function findIssueHistory(db: Database, wanted: Wanted): Promise<IssueHistory | null> {
  const { teamId, siteId, issueId } = wanted;
  const issue = await db.issue.findFirst({
    where: { id: issueId, siteId, site: sitesOf(teamId) },
    select: {
      openedAt: true,
      state: true,
      assigneeId: true,
      snoozedUntil: true,
      events: {
        orderBy: { id: "desc" },
        take: MOST_EVENTS,
        select: { id: true, kind: true, at: true, userId: true, crawlId: true, details: true },
      },
    },
  });
  if (!issue) return null;
  const { earlier, first } = await findBeginning(db, issueId, issue.events);
  const events = issue.events.map((event) => ({ ...event, details: detailsSchema.parse(event.details) }));
  const names = await findNames(db, teamOf(teamId), [
    issue.assigneeId,
    ...events.flatMap(({ userId, details }) => [userId, details?.assigneeId ?? null]),
  ]);
  const nameOf = (userId: string | null | undefined) => (userId ? (names.get(userId) ?? "a former member") : null);
  const steps = events.map(({ id, kind, at, userId, crawlId, details }) => ({
    id: String(id),
    kind: eventKind(kind),
    at,
    crawlId,
    by: nameOf(userId),
    assignee: nameOf(details?.assigneeId),
    until: details?.until ?? null,
    isByRule: details?.ignoreRuleId !== undefined,
  }));
  return {
    moments: inOrder([...steps, ...(await findMails(db, siteId, issueId))]),
    earlier,
    firstSeenAt: first?.at ?? issue.openedAt,
    assignee: issue.assigneeId === null ? null : { userId: issue.assigneeId, name: nameOf(issue.assigneeId) ?? "" },
    snoozedUntil: issue.state === "snoozed" ? (issue.snoozedUntil ?? TEXT_CHANGES) : null,
  };
}

/** Returns the first event of an Issue, and the number of those before `shown`, its latest, newest first. Most Issues have few events. */
async function findBeginning(db: Database, issueId: string, shown: readonly { at: Date }[]) {
  if (shown.length < MOST_EVENTS) return { earlier: 0, first: shown.at(-1) };
  const [all, first] = await Promise.all([
    db.issueEvent.count({ where: { issueId } }),
    db.issueEvent.findFirst({ where: { issueId }, orderBy: { id: "asc" }, select: { at: true } }),
  ]);
  return { earlier: all - shown.length, first };
}

/** Returns the names of those of these users who are members of the Team. */
async function findNames(db: Database, teamId: string, users: (string | null)[]): Promise<Map<string, string>> {
  const userIds = [...new Set(users)].filter((id) => id !== null);
  if (userIds.length === 0) return new Map();
  const members = await db.member.findMany({
    where: { teamId, userId: { in: userIds } },
    select: { userId: true, user: { select: { name: true, email: true } } },
  });
  return new Map(members.map(({ userId, user }) => [userId, user.name || user.email]));
}

type MailRow = { batch: string; what: MailedMoment["what"]; at: Date; recipients: bigint };

/**
 * Returns the mails that were sent and showed the Issue, one for all recipients of a Crawl. Mails are kept for 90 days, so earlier
 * ones are not known. A digest only counts the Issues after its first few, which do not know of this mail.
 */
async function findMails(db: Database, siteId: string, issueId: string): Promise<MailedMoment[]> {
  const rows = await db.$queryRaw<MailRow[]>`
    SELECT /* prepared */ split_part(mail."dedupeKey", ':', 1) || ':' || split_part(mail."dedupeKey", ':', 2) AS "batch", listed."what",
      MIN(mail."sentAt") AS "at", COUNT(DISTINCT mail."email") AS "recipients"
    FROM "Delivery" AS mail CROSS JOIN LATERAL (
      SELECT 'opened' AS "what", item."value", item."at", ${SHOWN_IN_MAIL.opened}::int AS "most"
        FROM jsonb_array_elements(mail."payload"->'digest'->'opened') WITH ORDINALITY AS item("value", "at")
      UNION ALL SELECT 'fixed', item."value", item."at", ${SHOWN_IN_MAIL.fixed}::int
        FROM jsonb_array_elements(mail."payload"->'digest'->'fixed') WITH ORDINALITY AS item("value", "at")
      UNION ALL SELECT 'first-report', item."value", item."at", ${SHOWN_IN_MAIL.opened}::int
        FROM jsonb_array_elements(mail."payload"->'top') WITH ORDINALITY AS item("value", "at")
    ) AS listed
    WHERE mail."siteId" = ${siteId} AND mail."kind" IN ('digest', 'first_report') AND mail."state" = 'sent' AND mail."sentAt" IS NOT NULL
      AND listed."value"->>'issueId' = ${issueId} AND listed."at" <= listed."most"
    GROUP BY 1, 2 ORDER BY 3`;
  return rows.map(({ batch, what, at, recipients }) => ({
    id: `${batch}:${what}`,
    kind: "mailed",
    what,
    at,
    recipients: Number(recipients),
  }));
}
