import { z } from "zod";
import { runSql } from "#test/support/servers/postgres-server.ts";

/** Time of a statement: at most in one run, and of all; and the blocks of 8 kB that it read on average. */
export type StatementTime = { sql: string; calls: number; maxMs: number; totalMs: number; blocks: number; rows: number };

const rowsSchema = z.array(
  z.object({
    sql: z.string(),
    calls: z.coerce.number(),
    maxMs: z.number(),
    totalMs: z.number(),
    blocks: z.coerce.number(),
    rows: z.coerce.number(),
  }),
);

/** Forgets the statements so far. */
export async function resetStatementTimes(adminUrl: string): Promise<void> {
  await runSql(adminUrl, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  await runSql(adminUrl, "SELECT pg_stat_statements_reset()");
}

/** Returns the product's statements since the last reset, the one with the slowest run first. */
export async function readStatementTimes(adminUrl: string): Promise<StatementTime[]> {
  const rows = await runSql(
    adminUrl,
    `SELECT regexp_replace(query, '\\s+', ' ', 'g') AS "sql", calls, max_exec_time AS "maxMs", total_exec_time AS "totalMs",
      round((shared_blks_hit + shared_blks_read) / calls) AS "blocks", rows
    FROM pg_stat_statements AS statement JOIN pg_roles AS role ON role.oid = statement.userid
    WHERE rolname <> current_user AND calls > 0 AND query NOT IN ('BEGIN', 'COMMIT') ORDER BY max_exec_time DESC`,
  );
  return rowsSchema.parse(rows);
}
