import type { Database, Prisma } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

const COLUMNS = { id: true, kind: true, label: true, createdAt: true, expiresAt: true } as const;

/** A secret address of a Site, as its Team sees it: without the token, which only those who have the address know. */
export type ShareLinkView = Prisma.ShareLinkGetPayload<{ select: typeof COLUMNS }>;

/** Returns a Site's secret addresses, the newest first, also those that have expired; none if the Team has no such Site. */
export async function findShareLinks(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<ShareLinkView[]> {
  return db.shareLink.findMany({
    where: { siteId, site: sitesOf(teamId) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: COLUMNS,
  });
}
