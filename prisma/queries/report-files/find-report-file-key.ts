import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; fileId: string; now: Date };

/** Returns the name of a Site's PDF in the picture store, and what its file is called after; null if there is none for this Team. */
export async function findReportFileKey(
  db: Database,
  { teamId, siteId, fileId, now }: Wanted,
): Promise<{ key: string; siteName: string; requestedAt: Date } | null> {
  const file = await db.reportFile.findFirst({
    where: { id: fileId, siteId, site: sitesOf(teamId), state: "ready", expiresAt: { gt: now } },
    select: { key: true, requestedAt: true, site: { select: { name: true } } },
  });
  if (!file || file.key === null) return null;
  return { key: file.key, siteName: file.site.name, requestedAt: file.requestedAt };
}
