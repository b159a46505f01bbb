import type { z } from "zod";
import { findApiIssuesOnPage } from "#prisma/queries/api/find-api-issues.ts";
import { findApiPage, findApiPages } from "#prisma/queries/api/find-api-pages.ts";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";
import { toPage } from "#worker/core/api/api-cursor.ts";
import { PAGE_OPERATIONS } from "#worker/core/api/contracts/page-operations.ts";
import type { publishedAnswerSchema } from "#worker/core/api/schemas/page-schemas.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { ListedPage } from "#worker/core/view/pages/listed-page.ts";
import type { ApiDependencies } from "../answer-api.ts";
import { apiOperation } from "../api-operation.ts";
import { noteApiActivity } from "../note-api-activity.ts";
import { toApiIssue } from "../to-api-issue.ts";

function toApi({ lastVisitedAt, ...page }: ListedPage, appUrl: string) {
  const reportUrl = `${appUrl}/sites/${page.siteId}/pages/${page.id}`;
  return { ...page, lastVisitedAt: lastVisitedAt?.toISOString() ?? null, reportUrl };
}

async function requirePage({ db }: ApiDependencies, teamId: TeamScope, pageId: string): Promise<ListedPage> {
  const page = await findApiPage(db, { teamId, pageId });
  if (!page) throw new DomainError("not-found", "Your team has no such page.");
  return page;
}

export const listPages = apiOperation(
  PAGE_OPERATIONS.listPages,
  async ({ db, appUrl }, { caller: { teamId }, params: { siteId }, query: { limit, cursor = null, state } }) => {
    const rows = await findApiPages(db, { teamId, siteId, state, after: cursor, take: limit + 1 });
    return toPage(
      rows.map((row) => toApi(row, appUrl)),
      limit,
    );
  },
);

export const readPage = apiOperation(
  PAGE_OPERATIONS.readPage,
  async (dependencies, { caller: { teamId }, params: { pageId } }) => {
    const { db, appUrl } = dependencies;
    const page = await requirePage(dependencies, teamId, pageId);
    const issues = await findApiIssuesOnPage(db, { teamId, pageId });
    return { ...toApi(page, appUrl), issues: issues.map((issue) => toApiIssue(issue, appUrl)) };
  },
);

export const checkPage = apiOperation(PAGE_OPERATIONS.checkPage, async (dependencies, { caller, params: { pageId } }) => {
  const { teamId } = caller;
  const { siteId } = await requirePage(dependencies, teamId, pageId);
  const check = await requestPageCheck(dependencies, { teamId, siteId, pageId });
  await noteApiActivity(dependencies, caller, { kind: "page_checked", siteId });
  return check;
});

export const checkPublished = apiOperation(
  PAGE_OPERATIONS.checkPublished,
  async (dependencies, { caller: { teamId }, params: { siteId }, body: { urls } }) => {
    const data: Outcome[] = [];
    for (const url of new Set(urls)) data.push(await checkOne(dependencies, { teamId, siteId, url }));
    return { data };
  },
);

type Outcome = z.infer<typeof publishedAnswerSchema>["data"][number];

/** A Site that is unknown, paused or new is the fault of the whole request; any other refusal is that of one address. */
async function checkOne(
  dependencies: ApiDependencies,
  { teamId, siteId, url }: { teamId: TeamScope; siteId: string; url: string },
): Promise<Outcome> {
  try {
    const { crawlId } = await requestPageCheck(dependencies, { teamId, siteId, typed: url });
    return { url, status: "queued", crawlId };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "not-found" || error.code === "conflict") throw error;
    return { url, status: "refused", code: error.code, detail: error.message };
  }
}
