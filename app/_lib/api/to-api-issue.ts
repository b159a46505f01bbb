import { makeMailLinks } from "#emails/links.ts";
import type { ApiIssue } from "#prisma/queries/api/find-api-issues.ts";
import { issueSchema } from "#worker/core/api/schemas/issue-schemas.ts";

/** Returns an Issue as the API answers it. */
export function toApiIssue({ firstUrl, openedAt, fixedAt, ...issue }: ApiIssue, appUrl: string) {
  return issueSchema.parse({
    ...issue,
    firstPageUrl: firstUrl,
    openedAt: openedAt.toISOString(),
    fixedAt: fixedAt?.toISOString() ?? null,
    reportUrl: makeMailLinks(appUrl).issue(issue.siteId, issue.id),
  });
}
