import type { Client } from "pg";
import { z } from "zod";

const columnsSchema = z.array(
  z.object({ table: z.string(), name: z.string(), type: z.string(), firstLabel: z.string().nullable(), isNeeded: z.boolean() }),
);
const keysSchema = z.array(
  z.object({ table: z.string(), target: z.string(), columns: z.array(z.string()), targetColumns: z.array(z.string()) }),
);
type Column = z.infer<typeof columnsSchema>[number];
type Key = z.infer<typeof keysSchema>[number];

const TABLES = `class.relnamespace = 'public'::regnamespace AND class.relkind = 'r' AND class.relname <> '_prisma_migrations'`;

/**
 * Writes one row into every table of a schema, whichever it is: what a row needs, and nothing else. Rows that others refer to come first. Returns the
 * names of the tables.
 */
export async function fillTables(client: Client): Promise<string[]> {
  const columns = columnsSchema.parse((await client.query(COLUMNS)).rows);
  const keys = keysSchema.parse((await client.query(KEYS)).rows).filter((key) => isNeeded(key, columns));
  const waiting = new Set(columns.map(({ table }) => table));
  const filled: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((table) => keys.every((key) => key.table !== table || !waiting.has(key.target)));
    if (ready.length === 0) throw new Error(`These tables refer to each other: ${[...waiting].join(", ")}.`);
    for (const table of ready) {
      const needed = columns.filter((column) => column.table === table && column.isNeeded);
      await fill(client, table, needed, keys);
      waiting.delete(table);
      filled.push(table);
    }
  }
  return filled.sort();
}

async function fill(client: Client, table: string, needed: readonly Column[], keys: readonly Key[]): Promise<void> {
  const values = needed.map((column) => {
    const key = keys.find((one) => one.table === table && one.columns.includes(column.name));
    const target = key?.targetColumns[key.columns.indexOf(column.name)];
    return key && target ? `(SELECT "${target}" FROM "${key.target}" LIMIT 1)` : sampleOf(column);
  });
  const names = needed.map(({ name }) => `"${name}"`);
  await client.query(`INSERT INTO "${table}" (${names.join(", ")}) VALUES (${values.join(", ")})`);
}

function isNeeded({ table, columns: names }: Key, columns: readonly Column[]): boolean {
  return columns.some((column) => column.table === table && names.includes(column.name) && column.isNeeded);
}

/** Returns SQL of a value that a column takes. */
function sampleOf({ table, name, type, firstLabel }: Column): string {
  if (firstLabel !== null) return `'${firstLabel}'`;
  if (type.endsWith("[]")) return "'{}'";
  if (type === "text") return `'${table} ${name}'`;
  if (type === "boolean") return "false";
  if (type === "jsonb") return "'[]'";
  if (type === "bytea") return "'\\x00'";
  if (type.startsWith("timestamp") || type === "date") return "now()";
  return "1";
}

const COLUMNS = `
  SELECT class.relname AS "table", attname AS "name", format_type(atttypid, atttypmod) AS "type",
    (SELECT enumlabel::text FROM pg_enum WHERE enumtypid = atttypid ORDER BY enumsortorder LIMIT 1) AS "firstLabel",
    attnotnull AND NOT atthasdef AND attidentity = '' AS "isNeeded"
  FROM pg_attribute JOIN pg_class AS class ON class.oid = attrelid
  WHERE ${TABLES} AND attnum > 0 AND NOT attisdropped`;

const KEYS = `
  SELECT class.relname AS "table", target.relname AS "target",
    (SELECT array_agg(attname::text ORDER BY at) FROM unnest(conkey) WITH ORDINALITY AS k(num, at)
      JOIN pg_attribute ON attrelid = conrelid AND attnum = num) AS "columns",
    (SELECT array_agg(attname::text ORDER BY at) FROM unnest(confkey) WITH ORDINALITY AS k(num, at)
      JOIN pg_attribute ON attrelid = confrelid AND attnum = num) AS "targetColumns"
  FROM pg_constraint JOIN pg_class AS class ON class.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
  WHERE ${TABLES} AND contype = 'f' AND conrelid <> confrelid`;
