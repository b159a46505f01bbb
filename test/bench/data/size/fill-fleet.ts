import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { fleetRows } from "./fleet-rows.ts";
import type { FleetShape } from "./fleet-shape.ts";
import { indexesOf } from "./indexes-of.ts";

/** Tables that get most rows. Their indexes are dropped and built again afterwards, which takes a fraction of the time. */
const LARGE = ["Occurrence", "IssueEvent", "Issue", "Page", "Snapshot", "CrawlPage", "Crawl"];

type Options = { adminUrl: string; shape: FleetShape; print(line: string): void };

/**
 * Fills an empty, migrated database in one transaction, which with `wal_level=minimal` writes no log. Triggers do not fire, so the rows must be
 * right by themselves.
 */
export async function fillFleet({ adminUrl, shape, print }: Options): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const timed = async (what: string, sql: string) => {
    const began = performance.now();
    const { rowCount } = await client.query(sql);
    print(`  ${what}: ${rowCount ?? 0} rows in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  };
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1500MB';
      SET max_parallel_maintenance_workers = 1; SET work_mem = '512MB'; SET TimeZone = 'UTC'`);
    await client.query("BEGIN");
    // A table that is emptied in the same transaction needs no log.
    const { rows: tables } = await client.query<{ names: string }>(
      `SELECT string_agg(format('%I', tablename), ', ') AS names FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%'`,
    );
    await client.query(`TRUNCATE ${tables[0]?.names}`);
    const indexes = await indexesOf(client, LARGE);
    for (const { drop } of indexes) await client.query(drop);
    for (const { what, sql } of fleetRows(shape)) await timed(what, sql);
    for (const index of indexes) await timed(index.name, index.create);
    await client.query("COMMIT");
    await timed("VACUUM ANALYZE", "VACUUM (ANALYZE, FREEZE, INDEX_CLEANUP off)");
  } finally {
    await client.end();
  }
}
