import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, type Database } from "#prisma/client.ts";
import { runSql, withDatabase } from "./servers/postgres-server.ts";

/** `url` leads to the database itself. `pooledUrl`, which `db` uses, goes through PgBouncer where the tests run with it. */
export type TestDatabase = { db: Database; url: string; pooledUrl: string; drop(): Promise<void> };

/** Creates an empty migrated database for a test file. Call `drop` after all its tests. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, pooledUrl: pooledOwnerUrl, template } = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await runSql(adminUrl, `CREATE DATABASE ${name} OWNER "${new URL(ownerUrl).username}" TEMPLATE ${template}`);
  const url = withDatabase(ownerUrl, name);
  const pooledUrl = withDatabase(pooledOwnerUrl, name);
  const db = createDatabase(pooledUrl, 5);
  const drop = async () => {
    await db.$disconnect();
    await runSql(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { db, url, pooledUrl, drop };
}
