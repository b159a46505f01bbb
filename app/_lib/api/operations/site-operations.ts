import { makeMailLinks } from "#emails/links.ts";
import { findApiSites } from "#prisma/queries/api/find-api-sites.ts";
import { toPage } from "#worker/core/api/api-cursor.ts";
import { SITE_OPERATIONS } from "#worker/core/api/contracts/site-operations.ts";
import { DomainError } from "#worker/core/errors.ts";
import { apiOperation } from "../api-operation.ts";

type Row = Awaited<ReturnType<typeof findApiSites>>[number];

function toApi({ pausedBy, heldAt, nextCrawlAt, ...site }: Row, appUrl: string) {
  const reportUrl = makeMailLinks(appUrl).site(site.id);
  return { ...site, isPaused: pausedBy !== null || heldAt !== null, nextCrawlAt: nextCrawlAt.toISOString(), reportUrl };
}

export const listSites = apiOperation(
  SITE_OPERATIONS.listSites,
  async ({ db, appUrl }, { caller: { teamId }, query: { limit, cursor = null } }) => {
    const rows = await findApiSites(db, { teamId, after: cursor, take: limit + 1 });
    return toPage(
      rows.map((row) => toApi(row, appUrl)),
      limit,
    );
  },
);

export const readSite = apiOperation(
  SITE_OPERATIONS.readSite,
  async ({ db, appUrl }, { caller: { teamId }, params: { siteId } }) => {
    const [site] = await findApiSites(db, { teamId, siteId, after: null, take: 1 });
    if (!site) throw new DomainError("not-found", "Your team has no such site.");
    return toApi(site, appUrl);
  },
);
