import type { Client } from "pg";
import { z } from "zod";
import type { BackupHeader } from "#worker/core/backup/backup-manifest.ts";

type Tables = BackupHeader["tables"];

const tablesSchema = z.array(z.object({ name: z.string(), columns: z.array(z.string()) }));
const foreignKeysSchema = z.array(z.object({ table: z.string(), name: z.string(), definition: z.string() }));
const namesSchema = z.array(z.object({ name: z.string() }));
const sequencesSchema = z.array(z.object({ name: z.string(), last: z.string() }));

/** Returns the product's tables and their columns without generated ones, by name. That of the migrations is none of them. */
export async function describeTables(client: Client): Promise<Tables> {
  const { rows } = await client.query(`
    SELECT class.relname AS "name", array_agg(attribute.attname::text ORDER BY attribute.attnum) AS "columns"
    FROM pg_class AS class JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid
    WHERE class.relnamespace = 'public'::regnamespace AND class.relkind IN ('r', 'p') AND NOT class.relispartition
      AND class.relname <> '_prisma_migrations' AND attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
    GROUP BY class.relname ORDER BY class.relname`);
  return tablesSchema.parse(rows);
}

/** Returns what puts each foreign key back after it was dropped. */
export async function describeForeignKeys(client: Client): Promise<z.infer<typeof foreignKeysSchema>> {
  const { rows } = await client.query(`
    SELECT class.relname AS "table", foreign_key.conname AS "name", pg_get_constraintdef(foreign_key.oid) AS "definition"
    FROM pg_constraint AS foreign_key JOIN pg_class AS class ON class.oid = foreign_key.conrelid
    WHERE foreign_key.contype = 'f' AND foreign_key.connamespace = 'public'::regnamespace AND foreign_key.conparentid = 0
    ORDER BY 1, 2`);
  return foreignKeysSchema.parse(rows);
}

/** Returns the names of the applied migrations, the oldest first; none for a database that has no tables yet. */
export async function findMigrations(client: Client): Promise<string[]> {
  const { rows: known } = await client.query("SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL");
  if (known.length === 0) return [];
  const { rows } = await client.query(`
    SELECT migration_name AS "name" FROM public._prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  return namesSchema.parse(rows).map(({ name }) => name);
}

/** Returns the last values of the sequences that were used, by name. */
export async function readSequences(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query(`
    SELECT sequencename AS "name", last_value::text AS "last" FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL`);
  return Object.fromEntries(sequencesSchema.parse(rows).map(({ name, last }) => [name, last]));
}

/** Returns the quoted name of a table, with its columns if they are given. */
export function quoted(client: Client, table: string, columns?: readonly string[]): string {
  const name = `public.${client.escapeIdentifier(table)}`;
  return columns ? `${name} (${columns.map((column) => client.escapeIdentifier(column)).join(", ")})` : name;
}
