import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBuildFile } from "#prisma/queries/build-files/find-build-file.ts";
import { publishBuildFiles } from "#prisma/queries/build-files/publish-build-files.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const DAY_MS = 86_400_000;
const START = new Date("2026-11-29T10:00:00Z");
const daysLater = (days: number) => new Date(START.getTime() + days * DAY_MS);

describe("publishBuildFiles", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  let reads: string[] = [];
  const file = (name: string) => ({
    path: `/_next/static/${name}`,
    read: async () => {
      reads.push(name);
      return Buffer.from(name);
    },
  });
  const find = async (name: string) => (await findBuildFile(database.db, `/_next/static/${name}`))?.length ?? null;

  it("keeps the files of each version for a month after its last start, and stores each once", async () => {
    expect(await publishBuildFiles(database.db, [file("old.js"), file("both.js")], START)).toBe(2);
    reads = [];
    expect(await publishBuildFiles(database.db, [file("new.js"), file("both.js")], daysLater(20))).toBe(1);
    expect(reads).toEqual(["new.js"]);
    expect([await find("old.js"), await find("both.js"), await find("new.js"), await find("none.js")]).toEqual([6, 7, 6, null]);
    await publishBuildFiles(database.db, [file("new.js")], daysLater(31));
    expect([await find("old.js"), await find("both.js"), await find("new.js")]).toEqual([null, 7, 6]);
  });

  it("lets processes that start at the same time publish the same files", async () => {
    const files = Array.from({ length: 40 }, (_, index) => file(`same-${index}.js`));
    const counts = await Promise.all([1, 2, 3].map(() => publishBuildFiles(database.db, files, daysLater(31))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
  });
});
