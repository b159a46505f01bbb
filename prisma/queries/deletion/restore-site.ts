import type { Transaction } from "#prisma/client.ts";
import type { Deletion } from "#prisma/generated/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { knownTimeZone, nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { keptOfSite } from "./kept-facts.ts";

/**
 * Gives a deleted Site back to its Team, with all its rows. Its next Crawl is the next daily one.
 * @throws DomainError `conflict` if the Team has a Site with the same address again, `not-found` if the Team is gone.
 */
export async function restoreSite(tx: Transaction, deletion: Deletion, now: Date): Promise<void> {
  const { siteId, teamId, kept } = deletion;
  if (siteId === null || teamId === null) throw new Error(`The deletion ${deletion.id} names no site.`);
  await lockTeam(tx, teamId);
  const { startUrl, timeZone, ...clock } = await tx.site.findUniqueOrThrow({ where: { id: siteId } });
  if (await tx.site.findFirst({ where: { teamId, startUrl }, select: { id: true } }))
    throw new DomainError(
      "conflict",
      `The team has added ${startUrl} again. Have the new site deleted first, or leave the old one deleted.`,
    );
  const { pausedBy } = keptOfSite.parse(kept);
  const next = nextCrawlAt({ ...clock, timeZone: knownTimeZone(timeZone) }, now);
  await tx.site.update({ where: { id: siteId }, data: { teamId, pausedBy, nextCrawlAt: next } });
  await tx.dictionaryWord.updateMany({ where: { siteId }, data: { teamId } });
  await tx.deletion.delete({ where: { id: deletion.id } });
}
