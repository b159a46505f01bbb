import type { Database } from "#prisma/client.ts";

/** Returns true if nothing is left to be crawled or sent. */
export async function hasEnded(db: Database): Promise<boolean> {
  if ((await db.crawl.count({ where: { state: { in: ["queued", "running"] } } })) > 0) return false;
  return (await db.delivery.count({ where: { state: { in: ["pending", "sending"] } } })) === 0;
}

/** Returns how many Crawls and mails there are in each state. */
export async function describeOpen(db: Database): Promise<string> {
  const crawls = await db.crawl.groupBy({ by: ["state"], _count: true });
  const mails = await db.delivery.groupBy({ by: ["state"], _count: true });
  return [...crawls, ...mails].map(({ state, _count }) => `${_count} ${state}`).join(", ");
}
