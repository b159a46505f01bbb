import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readMigrations } from "./migrate.ts";
import { MIGRATIONS_PATH, SCHEMA_PATH, withSchemaEngine } from "./schema-engine.ts";

/** `node prisma/make-migration.ts <name>`: writes the SQL from the migrations to the schema. DATABASE_URL names a server for a scratch database. */
async function makeMigration(name: string, databaseUrl: string): Promise<string> {
  const schema = { path: SCHEMA_PATH, content: await readFile(SCHEMA_PATH, "utf8") };
  const list = await readMigrations();
  const result = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: list.migrationDirectories.length > 0 ? { tag: "migrations", ...list } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [schema] },
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
