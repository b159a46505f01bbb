import { findApiCrawls } from "#prisma/queries/api/find-api-crawls.ts";
import { cancelCrawl as cancel } from "#prisma/queries/crawls/cancel-crawl.ts";
import type { CrawlView } from "#prisma/queries/crawls/crawl-view.ts";
import { findCrawl } from "#prisma/queries/crawls/find-crawl.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { toPage } from "#worker/core/api/api-cursor.ts";
import { CRAWL_OPERATIONS } from "#worker/core/api/contracts/crawl-operations.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { ApiDependencies } from "../answer-api.ts";
import { apiOperation } from "../api-operation.ts";
import { noteApiActivity } from "../note-api-activity.ts";

function toApi(crawl: CrawlView, appUrl: string) {
  const { id, siteId, reason, state, queuedAt, startedAt, finishedAt, onlyUrls, waitsFor, notChecked } = crawl;
  const { pagesFound, pagesDone, pagesFailed, pagesChanged, linksFound, linksChecked, opened, fixed } = crawl;
  const failure = crawl.failureCode === null ? null : { code: crawl.failureCode, detail: crawl.failureMessage ?? "" };
  return {
    ...{ id, siteId, reason, state, onlyUrls, waitsFor, failure },
    ...{ pagesFound, pagesDone, pagesFailed, pagesChanged, linksFound, linksChecked },
    issuesOpened: opened,
    issuesFixed: fixed,
    queuedAt: queuedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    notChecked: notChecked.map(({ code, message: detail, count }) => ({ code, detail, count })),
    reportUrl: `${appUrl}/sites/${siteId}/crawls/${id}`,
  };
}

async function readOne({ db, appUrl }: ApiDependencies, teamId: TeamScope, crawlId: string) {
  const crawl = await findCrawl(db, { teamId, crawlId });
  if (!crawl) throw new DomainError("not-found", "Your team has no such crawl.");
  return toApi(crawl, appUrl);
}

export const listCrawls = apiOperation(
  CRAWL_OPERATIONS.listCrawls,
  async ({ db, appUrl }, { caller: { teamId }, params: { siteId }, query: { limit, cursor = null } }) => {
    const rows = await findApiCrawls(db, { teamId, siteId, after: cursor, take: limit + 1 });
    return toPage(
      rows.map((row) => toApi(row, appUrl)),
      limit,
    );
  },
);

export const readCrawl = apiOperation(
  CRAWL_OPERATIONS.readCrawl,
  async (dependencies, { caller: { teamId }, params: { crawlId } }) => readOne(dependencies, teamId, crawlId),
);

export const startCrawl = apiOperation(CRAWL_OPERATIONS.startCrawl, async (dependencies, { caller, params: { siteId } }) => {
  const { teamId } = caller;
  const { crawlId, isNew } = await requestCrawl(dependencies, { teamId, siteId });
  if (!isNew) throw new DomainError("conflict", `A crawl of this site is already under way: ${crawlId}. Stop it, or wait.`);
  await noteApiActivity(dependencies, caller, { kind: "crawl_started", siteId });
  return readOne(dependencies, teamId, crawlId);
});

export const cancelCrawl = apiOperation(CRAWL_OPERATIONS.cancelCrawl, async (dependencies, { caller, params: { crawlId } }) => {
  const { teamId } = caller;
  const { siteId } = await cancel(dependencies, { teamId, crawlId });
  await noteApiActivity(dependencies, caller, { kind: "crawl_stopped", siteId });
  return readOne(dependencies, teamId, crawlId);
});
