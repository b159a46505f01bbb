import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeSchema, type SchemaDescription, schemaDescriptionSchema } from "#prisma/describe-schema.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { ACCEPTED_CHANGES } from "./accepted-changes.ts";
import { compareSchemas } from "./compare-schemas.ts";

const RELEASED = join(import.meta.dirname, "../../../prisma/migrations/released.json");

describe("the code of the last release", () => {
  let database: TestDatabase;
  let client: Client;
  let current: SchemaDescription;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    current = await describeSchema(client);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it("works on today's schema: if this fails, add first and remove in a later version (CONTRIBUTING, “Write a migration”)", async () => {
    const released = schemaDescriptionSchema.parse(JSON.parse(await readFile(RELEASED, "utf8")));
    const faults = compareSchemas(released, current);
    const accepted = ACCEPTED_CHANGES.map(({ line }) => line);
    expect(faults.filter((fault) => !accepted.includes(fault))).toEqual([]);
    expect(accepted.filter((line) => !faults.includes(line))).toEqual([]);
  });

  it.each([
    ['DROP TABLE "Switch"', /^Switch\.name is gone$/],
    ['ALTER TABLE "Site" RENAME COLUMN "name" TO "label"', /^Site\.name is gone$/],
    ['ALTER TABLE "Site" ALTER COLUMN "name" TYPE varchar(40)', /^Site\.name was text and is character varying\(40\)$/],
    ['ALTER TABLE "Site" ALTER COLUMN "lastFailedDay" SET NOT NULL', /^Site\.lastFailedDay no longer takes null$/],
    ['ALTER TABLE "Site" ALTER COLUMN "name" DROP NOT NULL', /^Site\.name may be null/],
    ['ALTER TABLE "Site" ALTER COLUMN "crawlHour" DROP DEFAULT', /^Site\.crawlHour has lost its default$/],
    ['ALTER TABLE "Site" ADD COLUMN "owner" text NOT NULL', /^Site\.owner is new and required without a default$/],
    [`ALTER TYPE "CrawlState" RENAME VALUE 'queued' TO 'waiting'`, /^CrawlState has lost the value queued$/],
    ['CREATE UNIQUE INDEX ON "Site" ("teamId", "startUrl")', /^Site unique .*"startUrl".* is new and may refuse/],
    ['ALTER TABLE "Site" ADD CHECK ("crawlHour" < 12)', /^Site check .* is new and may refuse/],
    ['ALTER TABLE "Crawl" ADD FOREIGN KEY ("failureCode") REFERENCES "Site"("id")', /^Crawl foreign .* is new and may refuse/],
    ['DROP INDEX "Issue_siteId_fingerprint_key"', /^Issue unique .*fingerprint.* is gone$/],
    ['ALTER TABLE "Site" ADD COLUMN "rank" integer NOT NULL DEFAULT 1, ADD UNIQUE ("rank")', /^Site unique .*rank.* is new/],
    [
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
       CREATE TRIGGER refused BEFORE INSERT ON "Site" FOR EACH ROW EXECUTE FUNCTION refuse()`,
      /^Site trigger BEFORE INSERT .* is new and may refuse/,
    ],
  ])("would break by %s", async (sql, fault) => {
    expect(await faultsAfter(sql)).toContainEqual(expect.stringMatching(fault));
  });

  it.each([
    'CREATE TABLE "New" ("id" text PRIMARY KEY, "siteId" text NOT NULL REFERENCES "Site"("id"))',
    'ALTER TABLE "Site" ADD COLUMN "owner" text, ADD UNIQUE ("owner")',
    `ALTER TABLE "Site" ADD COLUMN "owner" text NOT NULL DEFAULT '', ADD CHECK ("owner" <> 'x')`,
    `CREATE TYPE "Colour" AS ENUM ('red'); ALTER TABLE "Site" ADD COLUMN "colour" "Colour"`,
    'ALTER TABLE "Crawl" DROP CONSTRAINT "Crawl_siteId_fkey"',
    'CREATE INDEX ON "Site" ("name")',
  ])("goes on after %s", async (sql) => {
    expect(await faultsAfter(sql)).toEqual([]);
  });

  async function faultsAfter(sql: string): Promise<string[]> {
    await client.query("BEGIN");
    try {
      await client.query(sql);
      return compareSchemas(current, await describeSchema(client));
    } finally {
      await client.query("ROLLBACK");
    }
  }
});
