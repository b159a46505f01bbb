import type { Database } from "#prisma/client.ts";

/** Tables that stay: the schema's own, and the record of the closing, which names no one. DroppedPicture says what to delete from the store. */
const KEPT = ["_prisma_migrations", "WindDown", "WindDownSubscription", "WindDownRefund", "Backup", "Switch", "DroppedPicture"];
/** A worker that still writes can hold a table for a moment. */
const TRANSACTION_MS = 120_000;

/**
 * Deletes everything about people, Teams and Sites, in one transaction, and leaves the names of their files in DroppedPicture. Of the operators'
 * log the entries about the closing stay. Returns the number of tables.
 */
export async function deleteEverything(db: Database): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const found = await tx.$queryRaw<{ name: string }[]>`
        SELECT quote_ident("tablename") AS "name" FROM pg_tables
        WHERE "schemaname" = 'public' AND "tablename" <> ALL(${KEPT}::text[]) ORDER BY "tablename"`;
      await tx.$executeRaw`
        INSERT INTO "DroppedPicture" ("key", "dueAt")
        SELECT "key", now() FROM "Picture" UNION SELECT "key", now() FROM "ReportFile" WHERE "key" IS NOT NULL
        ON CONFLICT ("key") DO UPDATE SET "dueAt" = now()`;
      await tx.$executeRaw`
        CREATE TEMPORARY TABLE closing ON COMMIT DROP AS SELECT * FROM "OperatorAction" WHERE "kind" LIKE 'wind_down%'`;
      await tx.$executeRawUnsafe(`TRUNCATE TABLE ${found.map(({ name }) => name).join(", ")}`);
      await tx.$executeRaw`INSERT INTO "OperatorAction" SELECT * FROM closing`;
      return found.length;
    },
    { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS },
  );
}

/** Counts what `deleteEverything` would delete, and the files that are still in the store. */
export async function countEverything(
  db: Database,
): Promise<{ people: number; teams: number; sites: number; pages: number; pictures: number; files: number }> {
  const [people, teams, sites, pages, pictures, files] = await Promise.all([
    db.user.count(),
    db.team.count(),
    db.site.count(),
    db.page.count(),
    db.picture.count(),
    db.droppedPicture.count(),
  ]);
  return { people, teams, sites, pages, pictures, files };
}
