import { findApiIssue, findApiIssues } from "#prisma/queries/api/find-api-issues.ts";
import { requireApiSite } from "#prisma/queries/api/require-api-site.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { findIssueHistory } from "#prisma/queries/issues/find-issue-history.ts";
import { findPlaces } from "#prisma/queries/issues/find-places.ts";
import { findMembers } from "#prisma/queries/teams/find-members.ts";
import { toPage } from "#worker/core/api/api-cursor.ts";
import { ISSUE_OPERATIONS } from "#worker/core/api/contracts/issue-operations.ts";
import { DomainError } from "#worker/core/errors.ts";
import { outcomeWords } from "#worker/core/issues/decisions/outcome-words.ts";
import { assignable } from "#worker/core/people/assignable.ts";
import { decisionActivity } from "#worker/core/people/decision-activity.ts";
import { apiOperation } from "../api-operation.ts";
import { noteApiActivity } from "../note-api-activity.ts";
import { toApiIssue } from "../to-api-issue.ts";

export const listIssues = apiOperation(
  ISSUE_OPERATIONS.listIssues,
  async ({ db, appUrl }, { caller: { teamId }, params: { siteId }, query: { limit, cursor = null, state, check } }) => {
    const rows = await findApiIssues(db, { teamId, siteId, state, check, after: cursor, take: limit + 1 });
    return toPage(
      rows.map((row) => toApiIssue(row, appUrl)),
      limit,
    );
  },
);

export const readIssue = apiOperation(
  ISSUE_OPERATIONS.readIssue,
  async ({ db, appUrl }, { caller: { teamId }, params: { issueId } }) => {
    const issue = await findApiIssue(db, { teamId, issueId });
    const history = issue && (await findIssueHistory(db, { teamId, siteId: issue.siteId, issueId }));
    if (!issue || !history) throw new DomainError("not-found", "Your team has no such issue.");
    const places = (await findPlaces(db, [issueId])).get(issueId)?.places ?? [];
    const { assignee, snoozedUntil, moments } = history;
    return {
      ...toApiIssue(issue, appUrl),
      assignee: assignee && { id: assignee.userId, name: assignee.name },
      snoozedUntil: snoozedUntil instanceof Date ? snoozedUntil.toISOString() : snoozedUntil,
      pages: places.map(({ pageId: id, url, title, excerpt }) => ({ id, url, title, excerpt })),
      events: moments.flatMap((moment) =>
        moment.kind === "mailed"
          ? []
          : [{ kind: moment.kind, at: moment.at.toISOString(), by: moment.by, crawlId: moment.crawlId }],
      ),
    };
  },
);

export const decideIssues = apiOperation(ISSUE_OPERATIONS.decideIssues, async (dependencies, { caller, body }) => {
  const { decision, issueIds } = body;
  const change = decision.action === "assign" ? { action: decision.action, userId: decision.personId } : decision;
  const { db, now } = dependencies;
  const { teamId, userId } = caller;
  const outcome = await changeIssueState(db, { teamId, issueIds, change, userId, now });
  const { changed, decisionId } = outcome;
  if (changed > 0) await noteApiActivity(dependencies, caller, decisionActivity(change, changed));
  return { decisionId: decisionId === "" ? null : decisionId, changed, detail: outcomeWords(change, outcome) };
});

export const listAssignees = apiOperation(
  ISSUE_OPERATIONS.listAssignees,
  async ({ db }, { caller: { teamId }, params: { siteId } }) => {
    await requireApiSite(db, { teamId, siteId });
    const people = assignable(await findMembers(db, teamId), [siteId]);
    return { data: people.map(({ userId: id, name }) => ({ id, name })) };
  },
);
