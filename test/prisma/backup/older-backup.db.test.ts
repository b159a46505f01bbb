import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { createFolderPlace } from "#prisma/backup/folder-place.ts";
import { restoreBackup } from "#prisma/backup/restore-backup.ts";
import { writeBackup } from "#prisma/backup/write-backup.ts";
import { migrate, migrationNames } from "#prisma/migrate.ts";
import { fillTables } from "#test/support/seed/fill-tables.ts";
import { runSql, withDatabase } from "#test/support/servers/postgres-server.ts";

const countSchema = z.object({ count: z.number() });
const NOW = new Date("2026-11-30T02:00:00Z");

describe("a backup of an older version", () => {
  let folder: string;
  let identity: string;
  const dropping: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "older-backup-"));
    identity = await generateX25519Identity();
  });
  afterEach(async () => {
    for (const drop of dropping.splice(0)) await drop();
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function createEmptyDatabase(): Promise<string> {
    const { adminUrl, ownerUrl } = inject("postgres");
    const name = `older_${Math.random().toString(36).slice(2)}`;
    await runSql(adminUrl, `CREATE DATABASE ${name} OWNER "${new URL(ownerUrl).username}"`);
    dropping.push(() => runSql(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`));
    return withDatabase(ownerUrl, name);
  }
  async function inDatabase<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }

  it.each(["20261121035227_initial", "20261129170129_word_endings_decision"])(
    "that ended with the migration %s is restored with every row, and migrated",
    async (last) => {
      const all = await migrationNames();
      const then = all.filter((name) => name <= last);
      const old = await createEmptyDatabase();
      expect(await migrate(old, { only: then })).toEqual(then);
      const tables = await inDatabase(old, async (client) => {
        const filled = await fillTables(client);
        // Accounts that were never verified are deleted by a migration on purpose.
        await client.query('UPDATE "User" SET "emailVerified" = true');
        return filled;
      });
      const place = createFolderPlace(join(folder, last));
      const lock = { recipient: await identityToRecipient(identity) };
      const { name } = await writeBackup({ databaseUrl: old, place, lock, store: null, now: NOW });
      const target = await createEmptyDatabase();
      const wanted = { place, name, key: { identities: [identity] }, databaseUrl: target, store: null, overwrite: false };
      expect(await restoreBackup(wanted)).toEqual({
        ...{ rows: tables.length, pictures: 0 },
        migrations: all.filter((migration) => migration > last),
      });
      expect(await migrate(target)).toEqual([]);
      const kept = await inDatabase(target, (client) => keptTables(client, tables));
      // Links to sign in or to set a password are deleted, too: their form has changed.
      const emptied = last.endsWith("initial") ? ["Verification"] : [];
      expect(kept).toEqual(tables.filter((table) => !emptied.includes(table)));
    },
  );
});

/** Returns those tables that have a row. */
async function keptTables(client: Client, tables: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query(`SELECT count(*)::integer AS "count" FROM "${table}"`);
    if (countSchema.parse(rows[0]).count > 0) kept.push(table);
  }
  return kept;
}
