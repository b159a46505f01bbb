import { runSql } from "#test/support/servers/postgres-server.ts";

/** Prints rows and bytes of the largest tables, and of each index. */
export async function printSizes(adminUrl: string, print: (line: string) => void): Promise<void> {
  const rows = await runSql(
    adminUrl,
    `SELECT format('%-18s %12s rows %10s, rows alone %10s, %6s bytes a row: %s', relname, reltuples::bigint, pg_size_pretty(pg_total_relation_size(c.oid)),
        pg_size_pretty(pg_table_size(c.oid)), round(pg_total_relation_size(c.oid) / greatest(1, reltuples)::numeric),
        (SELECT string_agg(i.indexrelid::regclass || ' ' || pg_size_pretty(pg_relation_size(i.indexrelid)), ', ' ORDER BY pg_relation_size(i.indexrelid) DESC)
          FROM pg_index AS i WHERE i.indrelid = c.oid)) AS "line"
    FROM pg_class AS c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > 0 ORDER BY pg_total_relation_size(c.oid) DESC`,
  );
  for (const row of rows) if (typeof row === "object" && row !== null && "line" in row) print(`  ${row.line}`);
}
