import type { Client } from "pg";

export type StoredIndex = { name: string; drop: string; create: string };

type Row = { name: string; table: string; definition: string; constraint: string | null };

/** Returns the indexes of some tables with the SQL that drops and creates them, without keys that another table refers to. */
export async function indexesOf(client: Client, tables: readonly string[]): Promise<StoredIndex[]> {
  const { rows } = await client.query<Row>(
    `SELECT index.relname AS "name", owner.relname AS "table", pg_get_indexdef(index.oid) AS "definition",
      (SELECT pg_get_constraintdef(key.oid) FROM pg_constraint AS key WHERE key.conindid = index.oid AND key.contype = 'p') AS "constraint"
    FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid JOIN pg_class AS owner ON owner.oid = indrelid
    WHERE owner.relname = ANY($1) AND NOT EXISTS (
      SELECT 1 FROM pg_constraint AS reference WHERE reference.contype = 'f' AND reference.conindid = index.oid)
    ORDER BY 2, 1`,
    [tables],
  );
  return rows.map(({ name, table, definition, constraint }) =>
    constraint === null
      ? { name, drop: `DROP INDEX "${name}"`, create: definition }
      : {
          name,
          drop: `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`,
          create: `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${constraint}`,
        },
  );
}
