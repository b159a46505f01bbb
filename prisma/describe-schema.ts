import type { Client } from "pg";
import { z } from "zod";

const columnSchema = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  isRequired: z.boolean(),
  /** True if a row may be written without it. */
  hasDefault: z.boolean(),
});
const ruleSchema = z.object({
  table: z.string(),
  kind: z.enum(["unique", "check", "foreign", "trigger"]),
  /** Columns that it is about; empty for a trigger. */
  columns: z.array(z.string()),
  /** Its SQL without its name. */
  definition: z.string(),
});
const enumSchema = z.object({ name: z.string(), values: z.array(z.string()) });

export const schemaDescriptionSchema = z.strictObject({
  columns: z.array(columnSchema),
  enums: z.array(enumSchema),
  rules: z.array(ruleSchema),
});

/** Tables, enums, and what the database refuses: all that code relies on. */
export type SchemaDescription = z.infer<typeof schemaDescriptionSchema>;

/** Returns the product's schema as the database has it, in a fixed order. */
export async function describeSchema(client: Client): Promise<SchemaDescription> {
  const columns = await client.query(`
    SELECT class.relname AS "table", attname AS "name", format_type(atttypid, atttypmod) AS "type", attnotnull AS "isRequired",
      atthasdef OR attidentity <> '' OR attgenerated <> '' AS "hasDefault"
    FROM pg_attribute JOIN pg_class AS class ON class.oid = attrelid
    WHERE ${OUR_TABLE} AND attnum > 0 AND NOT attisdropped
    ORDER BY class.relname COLLATE "C", attname COLLATE "C"`);
  const enums = await client.query(`
    SELECT typname AS "name", array_agg(enumlabel::text ORDER BY enumlabel::text COLLATE "C") AS "values"
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid WHERE typnamespace = 'public'::regnamespace
    GROUP BY typname ORDER BY typname COLLATE "C"`);
  const rules = await client.query(`
    SELECT "table", "kind", COALESCE("columns", '{}') AS "columns", "definition" FROM (
      SELECT class.relname AS "table", 'unique' AS "kind", ${columnsAt("indrelid", "indkey::int2[]")} AS "columns",
        regexp_replace(pg_get_indexdef(indexrelid), '^CREATE UNIQUE INDEX .*? ON ', '') AS "definition"
      FROM pg_index JOIN pg_class AS class ON class.oid = indrelid WHERE ${OUR_TABLE} AND indisunique
      UNION ALL
      SELECT class.relname, CASE contype WHEN 'c' THEN 'check' ELSE 'foreign' END, ${columnsAt("conrelid", "conkey")},
        pg_get_constraintdef(pg_constraint.oid)
      FROM pg_constraint JOIN pg_class AS class ON class.oid = conrelid WHERE ${OUR_TABLE} AND contype IN ('c', 'f')
      UNION ALL
      SELECT class.relname, 'trigger', NULL, regexp_replace(pg_get_triggerdef(pg_trigger.oid), '^CREATE (CONSTRAINT )?TRIGGER .*? (BEFORE|AFTER|INSTEAD) ', '\\2 ')
      FROM pg_trigger JOIN pg_class AS class ON class.oid = tgrelid WHERE ${OUR_TABLE} AND NOT tgisinternal
    ) AS rules ORDER BY "table" COLLATE "C", "kind" COLLATE "C", "definition" COLLATE "C"`);
  return schemaDescriptionSchema.parse({ columns: columns.rows, enums: enums.rows, rules: rules.rows });
}

const OUR_TABLE = `class.relnamespace = 'public'::regnamespace AND class.relkind IN ('r', 'p') AND class.relname <> '_prisma_migrations'`;

/** SQL of the names of columns from their numbers. */
function columnsAt(table: string, numbers: string): string {
  return `(SELECT array_agg(attname::text ORDER BY attname::text COLLATE "C") FROM pg_attribute WHERE attrelid = ${table} AND attnum = ANY(${numbers}) AND attnum > 0)`;
}
