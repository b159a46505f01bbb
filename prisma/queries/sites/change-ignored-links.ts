import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { makeIsIgnored } from "#worker/core/url/ignored-links.ts";
import { sqlSitesOf } from "./site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; userId: string; now: Date; change(lines: string[]): string[] };

/**
 * Changes which link targets a Site ignores. Closes Issues about newly ignored targets quietly, and quietly reopens those that
 * were closed this way if the target is no longer ignored and still has a problem.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function changeIgnoredLinks(db: Database, { teamId, siteId, userId, now, change }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    const [site] = await tx.$queryRaw<{ ignoredLinks: string[] }[]>`
      SELECT "ignoredLinks" FROM "Site" AS site WHERE "id" = ${siteId} AND ${sqlSitesOf(teamId)} FOR UPDATE`;
    if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
    const ignoredLinks = change(site.ignoredLinks);
    await tx.site.update({ where: { id: siteId }, data: { ignoredLinks } });
    await settleIssues(tx, { siteId, userId, now, isIgnored: makeIsIgnored(ignoredLinks) });
  });
}

type Settle = { siteId: string; userId: string; now: Date; isIgnored(target: string): boolean };
type LinkIssue = {
  id: string;
  text: string;
  state: IssueState;
  lastKind: string | null;
  before: IssueState | null;
  isTroubled: boolean;
};

async function settleIssues(tx: Transaction, { siteId, userId, now, isIgnored }: Settle): Promise<void> {
  const issues = await tx.$queryRaw<LinkIssue[]>`
    SELECT issue."id", issue."text", issue."state"::text AS "state", last."kind"::text AS "lastKind", last."before"::text AS "before",
      EXISTS (SELECT 1 FROM "LinkTarget" AS target
        WHERE target."siteId" = ${siteId} AND target."url" = issue."text" AND target."state" <> 'ok') AS "isTroubled"
    FROM "Issue" AS issue LEFT JOIN LATERAL (
      SELECT "kind", "before" FROM "IssueEvent" AS event WHERE event."issueId" = issue."id" ORDER BY "id" DESC LIMIT 1) AS last ON true
    WHERE issue."siteId" = ${siteId} AND issue."check" = 'links' AND issue."state" IN ('open', 'reopened', 'unconfirmed', 'recurring', 'fixed')
    ORDER BY issue."id" FOR UPDATE OF issue`;
  const closed = issues.filter(({ state, text }) => state !== "fixed" && isIgnored(text));
  const opened = issues.filter(
    ({ state, text, lastKind, isTroubled }) => state === "fixed" && lastKind === "taught" && isTroubled && !isIgnored(text),
  );
  await tx.issue.updateMany({ where: { id: { in: closed.map(({ id }) => id) } }, data: { state: "fixed", fixedAt: now } });
  for (const { id, before } of opened)
    await tx.issue.update({ where: { id }, data: { state: before ?? "open", fixedAt: null } });
  const quietly = { siteId, userId, quiet: true, at: now };
  await tx.issueEvent.createMany({
    data: [
      ...closed.map(({ id, state }) => ({ ...quietly, issueId: id, kind: "taught" as const, before: state })),
      ...opened.map(({ id }) => ({ ...quietly, issueId: id, kind: "undone" as const, before: "fixed" as const })),
    ],
  });
}
