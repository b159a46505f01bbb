import type { Database } from "#prisma/client.ts";
import { siteLabel } from "#worker/core/view/sites/site-label.ts";

/** Returns the names of a Team's Sites with their addresses, in alphabetical order. */
export async function findSiteNames(db: Database, { teamId }: { teamId: string }): Promise<{ id: string; label: string }[]> {
  const sites = await db.site.findMany({ where: { teamId }, select: { id: true, name: true, startUrl: true } });
  const order = new Intl.Collator("en");
  return sites
    .map(({ id, name, startUrl }) => ({ id, label: siteLabel(name, startUrl) }))
    .sort((one, other) => order.compare(one.label, other.label));
}
