import { z } from "zod";
import { makeMailLinks } from "#emails/links.ts";
import { findApiSites } from "#prisma/queries/api/find-api-sites.ts";
import { cursorSchema, toPage } from "#worker/core/api/api-cursor.ts";
import { siteListSchema } from "#worker/core/api/api-schemas.ts";
import { readInput } from "../forms/read-input.ts";
import type { ApiOperation } from "./answer-api.ts";
import { queryFields } from "./query-fields.ts";

export const pagingSchema = z.object({
  limit: z.coerce.number("Send a number from 1 to 100.").int().min(1).max(100).default(50),
  cursor: cursorSchema.optional(),
});

/** Lists the Team's Sites. */
export const listSites: ApiOperation = {
  scope: "sites:read",
  async run({ db, appUrl }, { teamId }, request) {
    const { limit, cursor = null } = readInput(pagingSchema, queryFields(request));
    const rows = await findApiSites(db, { teamId, after: cursor, take: limit + 1 });
    const links = makeMailLinks(appUrl);
    const sites = rows.map(({ pausedBy, heldAt, nextCrawlAt, ...site }) => ({
      ...site,
      isPaused: pausedBy !== null || heldAt !== null,
      nextCrawlAt: nextCrawlAt.toISOString(),
      reportUrl: links.site(site.id),
    }));
    return { status: 200, body: siteListSchema.parse(toPage(sites, limit)) };
  },
};
