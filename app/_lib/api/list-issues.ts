import { z } from "zod";
import { makeMailLinks } from "#emails/links.ts";
import { findApiIssues } from "#prisma/queries/api/find-api-issues.ts";
import { toPage } from "#worker/core/api/api-cursor.ts";
import { API_ISSUE_STATES, issueListSchema } from "#worker/core/api/api-schemas.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { DomainError } from "#worker/core/errors.ts";
import { readInput } from "../forms/read-input.ts";
import type { ApiOperation } from "./answer-api.ts";
import { pagingSchema } from "./list-sites.ts";
import { queryFields } from "./query-fields.ts";

const querySchema = pagingSchema.extend({
  state: z.enum(API_ISSUE_STATES, `Send one of ${API_ISSUE_STATES.join(", ")}.`).optional(),
  check: z.enum(CHECK_IDS, `Send one of ${CHECK_IDS.join(", ")}.`).optional(),
});

/** Lists the Issues of a Site. */
export function listIssues(siteId: string): ApiOperation {
  return {
    scope: "issues:read",
    async run({ db, appUrl }, { teamId }, request) {
      const { limit, cursor = null, state, check } = readInput(querySchema, queryFields(request));
      const wanted = { teamId, siteId: requireSiteId(siteId), state, check, after: cursor, take: limit + 1 };
      const links = makeMailLinks(appUrl);
      const issues = (await findApiIssues(db, wanted)).map(({ firstUrl, openedAt, fixedAt, ...issue }) => ({
        ...issue,
        firstPageUrl: firstUrl,
        openedAt: openedAt.toISOString(),
        fixedAt: fixedAt?.toISOString() ?? null,
        reportUrl: links.issue(siteId, issue.id),
      }));
      return { status: 200, body: issueListSchema.parse(toPage(issues, limit)) };
    },
  };
}

/** Returns the id of a Site in an address. @throws DomainError `not-found` when it is no id. */
export function requireSiteId(siteId: string): string {
  const id = z.uuid().safeParse(siteId);
  if (!id.success) throw new DomainError("not-found", "Your team has no such site.");
  return id.data;
}
