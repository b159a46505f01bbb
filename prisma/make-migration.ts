import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MIGRATIONS_PATH, SCHEMA_PATH, withSchemaEngine } from "./schema-engine.ts";

/** The schema that the existing migrations produce. */
const MIGRATED_SCHEMA_PATH = join(MIGRATIONS_PATH, "migrated.prisma");

/**
 * Writes the SQL from the last migration's schema to today's schema.prisma into a new folder, and returns that folder; null if
 * nothing changed. `databaseUrl` may name any server: the engine only reads its version.
 */
export async function makeMigration(name: string, databaseUrl: string): Promise<string | null> {
  const schema = await readFile(SCHEMA_PATH, "utf8");
  const before = existsSync(MIGRATED_SCHEMA_PATH) ? await readFile(MIGRATED_SCHEMA_PATH, "utf8") : null;
  if (schema === before) return null;
  const target = (content: string) => ({ tag: "schemaDatamodel" as const, files: [{ path: SCHEMA_PATH, content }] });
  const result = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: before === null ? { tag: "empty" } : target(before),
      to: target(schema),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS_PATH, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), result.stdout ?? "");
  await writeFile(join(MIGRATIONS_PATH, "migration_lock.toml"), 'provider = "postgresql"\n');
  await writeFile(MIGRATED_SCHEMA_PATH, schema);
  return folder;
}
