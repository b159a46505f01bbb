import { z } from "zod";
import { runSql } from "#test/support/servers/postgres-server.ts";

/** The work of PostgreSQL so far. */
export type DatabaseLoad = { transactions: number; statements: number; walBytes: number };
/** A statement with its calls and milliseconds. */
export type StatementCost = { query: string; calls: number; ms: number };

/** Settings of a PostgreSQL that counts its statements. It waits for the disk as in production. */
export const COUNTING_POSTGRES = {
  ...{ fsync: "on", synchronous_commit: "on", full_page_writes: "on" },
  ...{ shared_preload_libraries: "pg_stat_statements", track_io_timing: "on" },
} as const;

const loadSchema = z.tuple([
  z.object({ transactions: z.coerce.number(), statements: z.coerce.number(), walBytes: z.coerce.number() }),
]);
const costSchema = z.array(z.object({ query: z.string(), calls: z.coerce.number(), ms: z.number() }));

/** Begins to count statements. `adminUrl`: the superuser's address of the database. */
export async function countStatements(adminUrl: string): Promise<void> {
  await runSql(adminUrl, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
}

/** Reads the load of all databases so far. */
export async function readDatabaseLoad(adminUrl: string): Promise<DatabaseLoad> {
  const rows = await runSql(
    adminUrl,
    `SELECT (SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database) AS "transactions",
      (SELECT sum(calls) FROM pg_stat_statements) AS "statements", pg_current_wal_lsn() - '0/0'::pg_lsn AS "walBytes"`,
  );
  return loadSchema.parse(rows)[0];
}

/** Forgets the statements so far, so that `readCostliest` is about those that follow. */
export async function forgetStatements(adminUrl: string): Promise<void> {
  await runSql(adminUrl, "SELECT pg_stat_statements_reset()");
}

/** Returns the statements that took PostgreSQL most time, planning included. */
export async function readCostliest(adminUrl: string, count: number): Promise<StatementCost[]> {
  const rows = await runSql(
    adminUrl,
    `SELECT regexp_replace("query", '\\s+', ' ', 'g') AS "query", "calls", "total_exec_time" + "total_plan_time" AS "ms"
      FROM pg_stat_statements ORDER BY "ms" DESC LIMIT ${count}`,
  );
  return costSchema.parse(rows);
}
