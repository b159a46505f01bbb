import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findWorkState } from "#prisma/queries/status/find-work-state.ts";
import { startNode } from "#test/support/child-process.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

describe("npm run migrate", () => {
  it("makes the queue, too, so that web processes are ready before the first worker starts", async () => {
    await database.db.$executeRaw`DROP SCHEMA IF EXISTS pgboss CASCADE`;
    expect((await findWorkState(database.db, new Date())).queue).toBe(false);
    const script = join(import.meta.dirname, "..", "..", "..", "worker", "launch", "migrate.ts");
    const environment = { DATABASE_URL: database.pooledUrl, DIRECT_DATABASE_URL: database.url };
    const command = startNode(script, [], environment);
    expect([await command.exited, command.output()]).toEqual([0, "The database is up to date.\n"]);
    expect((await findWorkState(database.db, new Date())).queue).toBe(true);
  });
});
