import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createFolderPlace } from "#prisma/backup/folder-place.ts";
import { prepareSchema } from "#prisma/backup/prepare-schema.ts";
import { restoreBackup } from "#prisma/backup/restore-backup.ts";
import { readDatabaseState, refuseForeignDatabase, requireOwnDatabase } from "#prisma/database-state.ts";
import { migrationNames } from "#prisma/migrate.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { runSql, withDatabase } from "#test/support/servers/postgres-server.ts";

/** Databases of other programs: one without migrations, one that Prisma migrates, too, and one with nothing but a view. */
const OTHERS = [
  ['CREATE TABLE "orders" ("id" integer); INSERT INTO "orders" VALUES (1)', "orders"],
  [
    `CREATE TABLE "_prisma_migrations" ("migration_name" text, "finished_at" timestamptz, "rolled_back_at" timestamptz);
     INSERT INTO "_prisma_migrations" VALUES ('20200101000000_init', now(), NULL); CREATE TABLE "User" ("id" text)`,
    "User",
  ],
  ['CREATE VIEW "figures" AS SELECT 1 AS "one"', "figures"],
] as const;

describe("a database", () => {
  let database: TestDatabase;
  let bare: string;
  let client: Client;
  const { adminUrl, ownerUrl } = inject("postgres");
  const name = `state_${Math.random().toString(36).slice(2)}`;
  beforeAll(async () => {
    database = await createTestDatabase();
    await runSql(adminUrl, `CREATE DATABASE ${name} OWNER "${new URL(ownerUrl).username}"`);
    bare = withDatabase(ownerUrl, name);
    client = new Client({ connectionString: bare });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await runSql(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    await database.drop();
  });
  const restore = (databaseUrl: string, overwrite: boolean) =>
    restoreBackup({
      place: createFolderPlace("/nowhere"),
      name: "x",
      key: { passphrase: "" },
      databaseUrl,
      store: null,
      overwrite,
    });

  it("of this version is taken", async () => {
    await expect(requireOwnDatabase(database.url)).resolves.toBeUndefined();
  });

  it("that is empty is told from others, and can be migrated", async () => {
    expect(await readDatabaseState(client)).toEqual({ kind: "empty" });
    await expect(requireOwnDatabase(bare)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/is empty.*npm run migrate/),
    });
    await expect(refuseForeignDatabase(bare)).resolves.toBeUndefined();
  });

  it.each(OTHERS)("of another program is refused by every command, and keeps its tables: %s", async (sql, table) => {
    await client.query(sql);
    try {
      const refusal = {
        code: "conflict",
        message: expect.stringMatching(new RegExp(`belongs to another program.*“${table}”.*Nothing was changed`)),
      };
      await expect(requireOwnDatabase(bare)).rejects.toMatchObject(refusal);
      await expect(refuseForeignDatabase(bare)).rejects.toMatchObject(refusal);
      for (const overwrite of [false, true]) await expect(restore(bare, overwrite)).rejects.toMatchObject(refusal);
      await expect(prepareSchema(bare, await migrationNames())).rejects.toMatchObject(refusal);
      expect((await client.query(`SELECT * FROM "${table}"`)).fields.length).toBeGreaterThan(0);
    } finally {
      await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
  });

  it.each([
    [
      "a newer version",
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '20990101000000_flying_cars', now())",
      /newer version.*20990101000000_flying_cars/,
    ],
    [
      "a migration that was cut short",
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '20261129233415_traces'",
      /older version.*npm run migrate/,
    ],
    ["an older version", "DELETE FROM _prisma_migrations WHERE migration_name >= '20261129'", /older version.*npm run migrate/],
  ])("of %s is refused in a sentence", async (_what, sql, message) => {
    await database.db.$executeRaw`CREATE TABLE kept AS SELECT * FROM _prisma_migrations`;
    await runSql(database.url, sql);
    const refused = requireOwnDatabase(database.url);
    await expect(refused).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(message) });
    await runSql(
      database.url,
      "TRUNCATE _prisma_migrations; INSERT INTO _prisma_migrations SELECT * FROM kept; DROP TABLE kept",
    );
  });

  it("that does not answer is said not to", async () => {
    const url = `postgresql://x@127.0.0.1:${await findFreePort()}/x`;
    await expect(requireOwnDatabase(url)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/\(DATABASE_URL\) cannot be used: .*ECONNREFUSED/),
    });
    await expect(requireOwnDatabase(withDatabase(ownerUrl, "missing_one"))).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("missing_one"),
    });
  });
});
