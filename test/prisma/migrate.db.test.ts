import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#prisma/migrate.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

describe("migrate", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("leaves an up-to-date database unchanged", async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it("creates the tables that the client reads", async () => {
    expect(await database.db.site.count()).toBe(0);
    expect(await database.db.issueEvent.count()).toBe(0);
  });
});
