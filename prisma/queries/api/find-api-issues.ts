import type { Database } from "#prisma/client.ts";
import type { IssueState } from "#prisma/generated/enums.ts";
import { DomainError } from "#worker/core/errors.ts";

type Wanted = {
  teamId: string;
  siteId: string;
  state: IssueState | undefined;
  check: string | undefined;
  after: string | null;
  take: number;
};

/** Returns a stretch of a Site's Issues by id. @throws DomainError `not-found` when the Team has no such Site. */
export async function findApiIssues(db: Database, { teamId, siteId, state, check, after, take }: Wanted) {
  if ((await db.site.count({ where: { id: siteId, teamId } })) === 0)
    throw new DomainError("not-found", "Your team has no such site.");
  return db.issue.findMany({
    where: {
      siteId,
      ...(state === undefined ? {} : { state }),
      ...(check === undefined ? {} : { check }),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take,
    select: {
      ...{ id: true, check: true, rule: true, state: true, severity: true, confidence: true, message: true, text: true },
      ...{ excerpt: true, suggestions: true, pageCount: true, firstUrl: true, openedAt: true, fixedAt: true },
    },
  });
}
