import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MIGRATIONS_PATH, withSchemaEngine } from "./schema-engine.ts";

/**
 * Applies the missing migrations, as `prisma migrate deploy` does, and returns their names; only those in `only`, if it is given. Throws the database's error.
 */
export async function migrate(databaseUrl: string, { only }: { only?: readonly string[] } = {}): Promise<string[]> {
  const migrationsList = await readMigrations(only);
  return withSchemaEngine(databaseUrl, async (engine) => {
    const applied = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } });
    return applied.appliedMigrationNames;
  });
}

/** Reads the migrations folder into the shape that the engine expects. */
async function readMigrations(only?: readonly string[]): Promise<MigrationList> {
  const directories = await migrationNames();
  const migrationDirectories = await Promise.all(
    directories
      .filter((name) => !only || only.includes(name))
      .map(async (path) => {
        const content = await readFile(join(MIGRATIONS_PATH, path, "migration.sql"), "utf8");
        return { path, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: content } } };
      }),
  );
  const lockfile = { path: "migration_lock.toml", content: await readLock() };
  return { baseDir: MIGRATIONS_PATH, lockfile, shadowDbInitScript: "", migrationDirectories };
}

/** Returns the names of all migrations, the oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = existsSync(MIGRATIONS_PATH) ? await readdir(MIGRATIONS_PATH, { withFileTypes: true }) : [];
  const directories = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return directories.sort();
}

async function readLock(): Promise<string | null> {
  const path = join(MIGRATIONS_PATH, "migration_lock.toml");
  return existsSync(path) ? readFile(path, "utf8") : null;
}
