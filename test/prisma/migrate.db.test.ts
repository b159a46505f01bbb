import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#prisma/migrate.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

describe("migrate", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("leaves a database whose migrations are all applied as it is", async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it("made the tables that the client reads", async () => {
    expect(await database.db.site.count()).toBe(0);
    expect(await database.db.issueEvent.count()).toBe(0);
  });
});
