import { performance } from "node:perf_hooks";
import { createDatabase, type Database } from "#prisma/client.ts";
import type { EmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { forgetOldRecords } from "#prisma/queries/crawls/forget-old-records.ts";
import { eraseDeleted } from "#prisma/queries/deletion/erase-deleted.ts";
import { hideSite } from "#prisma/queries/deletion/hide-site.ts";
import { wakeIssues } from "#prisma/queries/issues/decisions/wake-issues.ts";
import { forgetOldPictures } from "#prisma/queries/pictures/forget-old-pictures.ts";
import { deleteUser } from "#prisma/queries/users/delete-user.ts";
import { processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { FLEET_NOW, LARGEST_TEAM } from "./fleet-shape.ts";
import { readStatementTimes, resetStatementTimes } from "./statement-times.ts";

type Options = { server: EmbeddedPostgres; print(line: string): void };

const SHOWN = 5;
const SHOWN_SQL = 120;

/**
 * Measures what runs every night, and the erasing of the largest Site and of the largest Team, which are gone afterwards. Then the time of the
 * vacuum after it.
 */
export async function measureMaintenance({ server, print }: Options): Promise<void> {
  const db = createDatabase(server.url, 5);
  const readPostgres = await watchPostgres(db);
  const measure = async (name: string, work: (db: Database) => Promise<unknown>) => {
    await resetStatementTimes(server.adminUrl);
    const before = { own: await processMs(process.pid), postgres: await readPostgres() };
    const began = performance.now();
    const result = await work(db);
    const seconds = (performance.now() - began) / 1000;
    const [own, postgres] = [(await processMs(process.pid)) - before.own, (await readPostgres()) - before.postgres];
    print(
      `${name}: ${seconds.toFixed(1)} s, processor ${(own / 1000).toFixed(1)} s here and ${(postgres / 1000).toFixed(1)} s in PostgreSQL${typeof result === "number" ? `, ${result} rows` : ""}`,
    );
    for (const { sql, calls, maxMs, totalMs } of (await readStatementTimes(server.adminUrl))
      .toSorted((a, b) => b.totalMs - a.totalMs)
      .slice(0, SHOWN))
      print(`  ${totalMs.toFixed(0)} ms in ${calls} calls, at most ${maxMs.toFixed(0)} ms: ${sql.slice(0, SHOWN_SQL)}`);
  };
  try {
    await measure("forget old pictures", () => forgetOldPictures(db, FLEET_NOW));
    await measure("wake snoozed issues", () => wakeIssues(db, FLEET_NOW));
    await measure("forget old records", () => forgetOldRecords(db, FLEET_NOW));
    await measure("forget old records again, with nothing to forget", () => forgetOldRecords(db, FLEET_NOW));
    const site = await db.site.findFirst({ where: { name: "Site 1000" } });
    if (site) {
      await measure("hide a site of 10,000 pages", () =>
        db.$transaction((tx) => hideSite(tx, { siteId: site.id, now: FLEET_NOW })),
      );
      const deletion = await db.deletion.findUniqueOrThrow({ where: { siteId: site.id } });
      await measure("erase it", () => eraseDeleted(db, deletion.id));
    }
    const owner = `${LARGEST_TEAM}-0`;
    if (await db.user.findUnique({ where: { id: owner } })) {
      await db.member.deleteMany({ where: { teamId: LARGEST_TEAM, userId: { not: owner } } });
      await measure("delete the account of the largest team", () => deleteUser(db, owner, FLEET_NOW));
      const deletion = await db.deletion.findUniqueOrThrow({ where: { userId: owner } });
      await measure("erase it", () => eraseDeleted(db, deletion.id));
    }
    for (const table of ["Occurrence", "Issue", "IssueEvent", "Snapshot", "Page"]) {
      const began = performance.now();
      await runSql(server.adminUrl, `VACUUM (ANALYZE) "${table}"`);
      print(`vacuum of ${table}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    await db.$disconnect();
  }
}
