import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "#prisma/client.ts";
import { statementNames } from "#prisma/statement-names.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const BY_PRISMA = 'SELECT "public"."Site"."id" FROM "public"."Site" WHERE "public"."Site"."teamId" = $1';

describe("statementNames", () => {
  it("gives the same statement the same name, and another one another", () => {
    const nameOf = statementNames();
    const name = nameOf({ sql: BY_PRISMA });
    expect(name).not.toBe("");
    expect(nameOf({ sql: BY_PRISMA })).toBe(name);
    expect(nameOf({ sql: `${BY_PRISMA} LIMIT $2` })).not.toBe(name);
  });

  it("names SQL by hand that says that its plan is the same for all values", () => {
    expect(statementNames()({ sql: ' SELECT /* prepared */ "id" FROM "Site" WHERE "id" = $1' })).not.toBe("");
  });

  it.each([
    ["SQL by hand, whose plan depends on its values", 'SELECT "id" FROM "Site" WHERE "id" = ANY($1)'],
    ["a change", 'UPDATE "public"."Site" SET "name" = $1 WHERE "public"."Site"."id" = $2'],
    ["a long list of values", `${BY_PRISMA} AND "id" IN (${Array.from({ length: 13 }, (_, at) => `$${at + 1}`).join(",")})`],
  ])("names no statement that is %s", (_what, sql) => {
    expect(statementNames()({ sql })).toBe("");
  });

  it("stops at a number of names", () => {
    const nameOf = statementNames();
    const names = Array.from({ length: 1_000 }, (_, at) => nameOf({ sql: `${BY_PRISMA} LIMIT ${at}` }));
    expect(new Set(names).size).toBe(301);
    expect(nameOf({ sql: `${BY_PRISMA} LIMIT 0` })).not.toBe("");
  });
});

describe("createDatabase", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const preparedAfterReading = async (url: string) => {
    const db = createDatabase(url, 1);
    for (let read = 0; read < 3; read += 1) await db.site.findMany({ where: { teamId: "none" }, select: { id: true } });
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT "name" FROM pg_prepared_statements WHERE "name" LIKE 'select_%'`;
    await db.$disconnect();
    return rows.length;
  };

  it("prepares a statement once in a connection", async () => {
    expect(await preparedAfterReading(database.url)).toBe(1);
  });

  it("runs in UTC where the address or the server says another time zone", async () => {
    const db = createDatabase(`${database.url}?options=${encodeURIComponent("-c TimeZone=Asia/Kolkata")}`, 1);
    expect(await db.$queryRaw`SELECT current_setting('TimeZone') AS "zone"`).toEqual([{ zone: "UTC" }]);
    await db.$disconnect();
  });

  it("prepares none behind PgBouncer", async () => {
    expect(await preparedAfterReading(`${database.url}?pgbouncer=true`)).toBe(0);
  });
});
