import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/** The Sites that a Channel covers: all of its Team, also later ones, or these. */
export type WantedSites = "all" | readonly string[];

type Cover = { channelId: string; teamId: string; sites: WantedSites };

/**
 * Sets the Sites that a Channel covers. New ones begin with events from now on. One that it covered as one of all Sites has a row since
 * its first crawl, and goes on.
 * @throws DomainError `not-found` when a Site is not the Team's.
 */
export async function coverSites(tx: Transaction, { channelId, teamId, sites }: Cover): Promise<void> {
  if (sites !== "all") {
    const known = await tx.site.count({ where: { teamId, id: { in: [...sites] } } });
    if (known !== new Set(sites).size) throw new DomainError("not-found", "One of these sites is no longer in your list.");
    await tx.channelSite.deleteMany({ where: { channelId, siteId: { notIn: [...sites] } } });
  }
  const only = sites === "all" ? null : [...sites];
  await tx.$executeRaw`
    INSERT INTO "ChannelSite" ("channelId", "siteId", "toldUpTo")
    SELECT ${channelId}, site."id",
      COALESCE((SELECT MAX("id") FROM "IssueEvent" WHERE "siteId" = site."id"), 0)
    FROM "Site" AS site WHERE site."teamId" = ${teamId} AND (${only}::text[] IS NULL OR site."id" = ANY (${only}::text[]))
    ON CONFLICT DO NOTHING`;
}
