import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvResponse } from "#app/_lib/csv-response.ts";
import type { Database } from "#prisma/client.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { ISSUE_HEADINGS, issueCells } from "#worker/core/view/csv/issue-cells.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

const ISSUES = 2_500;
const BATCH = 100;
let database: TestDatabase;
let site: Awaited<ReturnType<typeof addTestSite>>;

beforeAll(async () => {
  database = await createTestDatabase();
  site = await addTestSite(database.db);
  // A few weights only, so that batches begin and end among Issues of the same weight.
  await database.db.$executeRaw`
    INSERT INTO "Issue" ("id", "siteId", "fingerprint", "check", "rule", "severity", "confidence", "message", "text", "subject", "suggestions",
      "excerpt", "state", "openedAt", "updatedAt", "pageCount", "weight", "sections", "firstUrl")
    SELECT gen_random_uuid()::text, ${site.siteId}, 'f' || n, 'spelling', 'spelling/unknown-word', 'error', 0.9, 'Not a word.', 'wrod' || n, 'wrod' || n,
      ARRAY['word'], 'A wrod.', 'open', now(), now(), 1, (n % 3) / 2.0, ARRAY['*'], 'https://bakery.example/' FROM generate_series(1, ${ISSUES}) AS n`;
});
afterAll(() => database.drop());

/** Counts the statements that go through a client. */
function countStatements(db: Database): { counted: Database; count(): number } {
  let statements = 0;
  const counted = new Proxy(db, {
    get(target, name, receiver) {
      if (name === "$queryRaw") statements += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  return { counted, count: () => statements };
}

const readAll = (db: Database) =>
  findAllIssues(db, { teamId: site.teamId, query: parseIssueListQuery({ confidence: "all" }), now: new Date() }, BATCH);
const asCsv = (db: Database) =>
  csvResponse({
    fileName: "issues.csv",
    headings: ISSUE_HEADINGS,
    batches: readAll(db),
    cellsOf: (issue) => issueCells(issue, "https://flawless.example"),
  });

describe("findAllIssues", () => {
  it("reads each Issue once, with a bounded number in memory", async () => {
    const { counted, count } = countStatements(database.db);
    const seen = new Set<string>();
    for await (const batch of readAll(counted)) {
      expect(batch.length).toBeLessThanOrEqual(BATCH);
      for (const { id } of batch) seen.add(id);
    }
    expect(seen.size).toBe(ISSUES);
    // One for the Sites, and one after the last full batch.
    expect(count()).toBe(1 + ISSUES / BATCH + 1);
  });

  it("reads no further than a slow reader of the file has taken, and stops when the reader leaves", async () => {
    const { counted, count } = countStatements(database.db);
    const reader = asCsv(counted).body?.getReader();
    for (let taken = 0; taken < 4; taken += 1) await reader?.read();
    // The headings were the first part; one more batch may wait to be taken.
    const whileReading = count();
    expect(whileReading).toBeLessThanOrEqual(1 + 3 + 1);
    await reader?.cancel();
    const afterwards = count();
    expect(afterwards).toBeLessThanOrEqual(whileReading + 1);
    await database.db.$queryRaw`SELECT 1`;
    expect(count()).toBe(afterwards);
  });

  it("writes the file to its end", async () => {
    const text = await asCsv(database.db).text();
    expect(text.trimEnd().split("\r\n")).toHaveLength(ISSUES + 1);
  });
});
