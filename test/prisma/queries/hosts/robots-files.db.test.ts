import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRobotsFiles, forgetRobotsFiles } from "#prisma/queries/hosts/robots-files.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const ORIGIN = "https://bakery.example";
const HOUR_MS = 3_600_000;

describe("createRobotsFiles", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("keeps an origin's last file with its age while it is used", async () => {
    let now = new Date("2026-11-21T10:00:00Z");
    const files = createRobotsFiles(database.db, () => now);
    expect(await files.find(ORIGIN)).toBeNull();
    await files.keep(ORIGIN, { text: "User-agent: *\nDisallow: /a\u0000", etag: '"1"', lastModified: null });
    now = new Date(now.getTime() + HOUR_MS);
    expect(await files.find(ORIGIN)).toMatchObject({ text: "User-agent: *\nDisallow: /a\uFFFD", etag: '"1"', ageMs: HOUR_MS });
    await files.keep(ORIGIN, { text: "", etag: null, lastModified: null });
    expect(await files.find(ORIGIN)).toMatchObject({ text: "", etag: null, ageMs: 0 });
    expect(await forgetRobotsFiles(database.db, new Date(now.getTime() + 24 * HOUR_MS))).toBe(0);
    expect(await forgetRobotsFiles(database.db, new Date(now.getTime() + 8 * 24 * HOUR_MS))).toBe(1);
    expect(await files.find(ORIGIN)).toBeNull();
  });

  it("stores a file that it returned, as after a 304 answer", async () => {
    const files = createRobotsFiles(database.db, () => new Date("2026-11-21T10:00:00Z"));
    const robots = { text: "User-agent: *", etag: '"1"', lastModified: null };
    await files.keep("https://shop.example", robots);
    const found = await files.find("https://shop.example");
    if (!found) throw new Error("Nothing was kept.");
    await files.keep("https://shop.example", found);
    expect(await files.find("https://shop.example")).toEqual({ ...robots, ageMs: 0 });
  });
});
