import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Names of queries that test/boundaries.cjs lets pages import. */
const READS = /^(?:find|is|count(?!-attempt))-|-(?:view|filter)\.ts$/;
const WRITES =
  /\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(|\$executeRaw|\b(?:INSERT INTO|DELETE FROM|UPDATE ")/;

describe("queries that are named as reads", () => {
  it("write nothing", async () => {
    const files = await readdir("prisma/queries", { recursive: true });
    const reads = files.filter((path) => READS.test(path.split("/").at(-1) ?? ""));
    expect(reads.length).toBeGreaterThan(30);
    const sources = await Promise.all(
      reads.map(async (path) => [path, await readFile(join("prisma/queries", path), "utf8")] as const),
    );
    expect(sources.filter(([, source]) => WRITES.test(source)).map(([path]) => path)).toEqual([]);
  });

  it.each([
    "await tx.site.deleteMany({ where })",
    "db.$executeRaw`DELETE FROM x`",
    'db.$queryRaw`UPDATE "Site" SET "name" = 1 RETURNING "id"`',
  ])("would be recognised as writing by: %s", (source) => {
    expect(WRITES.test(source)).toBe(true);
  });
});
