import type { Transaction } from "#prisma/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";
import { erasedAt } from "#worker/core/deletion/erased-at.ts";
import type { KeptOfSite } from "./kept-facts.ts";

type Wanted = {
  siteId: string;
  /** The deletion of an account that this is part of. */
  partOfId?: string;
  now: Date;
};

/**
 * Moves a Site out of its Team, with its words: no Member sees it, and it can be restored. Stops its Crawls, and drops the messages that wait to be
 * sent; what they would have said is in the Issues.
 */
export async function hideSite(tx: Transaction, { siteId, partOfId, now }: Wanted): Promise<void> {
  // Before its Crawls, in the same order as a worker that ends one, so that the two cannot deadlock.
  await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${siteId} FOR UPDATE`;
  const { teamId, name, startUrl, pausedBy } = await tx.site.findUniqueOrThrow({ where: { id: siteId } });
  await tx.team.createMany({ data: [{ id: DELETED_TEAM_ID, name: "Deleted sites" }], skipDuplicates: true });
  const kept: KeptOfSite = { pausedBy };
  await tx.deletion.create({
    data: {
      ...{ kind: "site", siteId, teamId, kept, deletedAt: now, dueAt: erasedAt(now) },
      label: `${name} (${startUrl})`,
      partOfId: partOfId ?? null,
    },
  });
  await tx.site.update({ where: { id: siteId }, data: { teamId: DELETED_TEAM_ID, pausedBy: "owner" } });
  await tx.dictionaryWord.updateMany({ where: { siteId }, data: { teamId: DELETED_TEAM_ID } });
  await tx.crawl.updateMany({
    where: { siteId, state: { in: ["queued", "running"] } },
    data: { state: "cancelled", finishedAt: now, leaseUntil: null, waitsFor: null },
  });
  await tx.delivery.deleteMany({ where: { siteId, state: { in: ["pending", "sending"] } } });
  await tx.channelDelivery.deleteMany({ where: { siteId, state: { in: ["pending", "sending"] } } });
}
