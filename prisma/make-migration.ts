import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MIGRATIONS_PATH, SCHEMA_PATH, withSchemaEngine } from "./schema-engine.ts";

/** The schema as the migrations so far make it. */
const MIGRATED_SCHEMA_PATH = join(MIGRATIONS_PATH, "migrated.prisma");

/**
 * `node prisma/make-migration.ts <name>`: writes the SQL that leads from the schema of the last migration to the schema of today.
 * DATABASE_URL names any server, which the engine only asks for its version.
 */
async function makeMigration(name: string, databaseUrl: string): Promise<string> {
  const schema = await readFile(SCHEMA_PATH, "utf8");
  const before = existsSync(MIGRATED_SCHEMA_PATH) ? await readFile(MIGRATED_SCHEMA_PATH, "utf8") : null;
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

const [name] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!name || !/^[a-z0-9_]+$/.test(name) || !url) {
  process.stderr.write("Usage: DATABASE_URL=postgresql://… node prisma/make-migration.ts name_in_snake_case\n");
  process.exitCode = 2;
} else {
  process.stdout.write(`${await makeMigration(name, url)}\n`);
}
