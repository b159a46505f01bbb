import { connectTo, readDatabaseState, refuseForeign } from "#prisma/database-state.ts";
import { migrate, migrationNames } from "#prisma/migrate.ts";
import { DomainError } from "#worker/core/errors.ts";
import { findMigrations } from "./describe-database.ts";

/**
 * Gives a database the tables that a backup was made of, so that its rows fit and later migrations change them as they should. Tables of another
 * version are dropped, those of another program never.
 * @throws DomainError `conflict` for a backup of a newer version, or a database of another program
 */
export async function prepareSchema(databaseUrl: string, wanted: readonly string[]): Promise<void> {
  const known = new Set(await migrationNames());
  const unknown = wanted.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new DomainError(
      "conflict",
      `The backup was made by a newer version of Flawless, which has the migration ${unknown[0]}. Restore it with that version.`,
    );
  const client = await connectTo(databaseUrl);
  try {
    const present = await findMigrations(client);
    if (present.join() === wanted.join()) return;
    const state = await readDatabaseState(client);
    refuseForeign(state);
    if (state.kind === "ours") {
      await client.query("BEGIN");
      await client.query("DROP SCHEMA public CASCADE");
      await client.query("CREATE SCHEMA public");
      await client.query("COMMIT");
    }
  } finally {
    await client.end();
  }
  await migrate(databaseUrl, { only: wanted });
}
