import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";

export const NOW = new Date("2026-11-21T12:00:00Z");

export type DashboardFixture = {
  database: TestDatabase;
  queue: Queue;
  /** Owns `site`. */
  owner: SeededTeam;
  /** Owns another Site, and nothing that belongs to the owner. */
  stranger: SeededTeam;
  site: SeededSite;
  close(): Promise<void>;
};

/** Creates two Teams with a seeded Site each, in a new database. */
export async function startDashboardFixture(): Promise<DashboardFixture> {
  const database = await createTestDatabase();
  const { db } = database;
  const failed: Error[] = [];
  const queue = await createQueue(database.url, (error) => failed.push(error));
  const owner = await seedTeam(db, { email: "owner@harbour.example" });
  const stranger = await seedTeam(db, { email: "stranger@elsewhere.example" });
  const site = await seedSite(db, { ...owner, now: NOW });
  await seedSite(db, { ...stranger, now: NOW, name: "Elsewhere" });
  const close = async () => {
    await queue.stop({ graceful: false });
    await database.drop();
    if (failed.length > 0) throw new AggregateError(failed, "The queue lost its connection.");
  };
  return { database, queue, owner, stranger, site, close };
}
