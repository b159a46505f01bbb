import type { Database } from "#prisma/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";

export type SiteToDraw = {
  teamId: string;
  startUrl: string;
  language: string;
  provenAt: Date | null;
  /** True if the Site has a sign-in, and if its pages may be drawn all the same. */
  hasSignIn: boolean;
  mayDrawSignedIn: boolean;
  /** Duration of its last finished Crawl. */
  crawlMs: number;
  /** Space that pictures of the Site and of all Sites take. */
  siteBytes: number;
  allBytes: number;
};

/** Returns what the worker needs to know of a Site to draw its pages; null when it is deleted. */
export async function findSiteToDraw(db: Database, siteId: string): Promise<SiteToDraw | null> {
  const site = await db.site.findFirst({
    where: { id: siteId, teamId: { not: DELETED_TEAM_ID } },
    select: {
      teamId: true,
      startUrl: true,
      language: true,
      provenAt: true,
      pictureSignedIn: true,
      signIn: { select: { siteId: true } },
      crawls: {
        where: { state: "finished" },
        orderBy: { queuedAt: "desc" },
        take: 1,
        select: { startedAt: true, finishedAt: true },
      },
    },
  });
  if (!site) return null;
  const { pictureSignedIn: mayDrawSignedIn, signIn, crawls, ...rest } = site;
  const [last] = crawls;
  const crawlMs = last?.startedAt && last.finishedAt ? last.finishedAt.getTime() - last.startedAt.getTime() : 0;
  const [own, all] = [await sumBytes(db, { siteId }), await sumBytes(db, {})];
  return { ...rest, hasSignIn: signIn !== null, mayDrawSignedIn, crawlMs, siteBytes: own, allBytes: all };
}

async function sumBytes(db: Database, where: { siteId?: string }): Promise<number> {
  const { _sum } = await db.picture.aggregate({ where, _sum: { bytes: true } });
  return _sum.bytes ?? 0;
}
