import { randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";
import { seedTeam } from "./seed-team.ts";

type Wanted = { startUrl?: string; pageLimit?: number; timeZone?: string };

/** Creates a Site with a new Team, its owner as confirmed recipient, and no Crawl. */
export async function addTestSite(
  db: Database,
  { startUrl = "https://bakery.example/", pageLimit = 100, timeZone = "UTC" }: Wanted = {},
): Promise<{ siteId: string; teamId: string; userId: string; email: string; recipientId: string }> {
  const email = `${randomUUID()}@bakery.example`;
  const { teamId, userId } = await seedTeam(db, { email });
  const site = await db.site.create({
    data: {
      teamId,
      name: "Harbour Bakery",
      startUrl,
      timeZone,
      pageLimit,
      crawlMinute: 0,
      // Never due by the real time, by which metrics count what is late.
      nextCrawlAt: new Date("2100-01-01T05:00:00Z"),
      recipients: { create: { email, confirmedAt: new Date(), token: randomUUID() } },
    },
    select: { id: true, recipients: { select: { id: true } } },
  });
  return { siteId: site.id, teamId, userId, email, recipientId: site.recipients[0]?.id ?? "" };
}
