import { type Database, Prisma } from "#prisma/client.ts";

/** `siteId`: a Site that was crawled. `origins`: of its copies, by number; those before `from` stay as they are. */
type Wanted = { siteId: string; origin: string; origins: readonly string[]; from: number };
/** SQL of the columns that differ, with the copied row as `old` and its copy's number and origin as `new`. */
type Changes = Record<string, string>;

/** Copies made in one statement. */
const BATCH = 500;

const ID = `old."id" || '-' || new."number"`;
const idIn = (column: string) => `old."${column}" || '-' || new."number"`;
const addressesIn = (column: string, type = "text") =>
  `replace(old."${column}"::text, '${"{origin}"}/', new."origin" || '/')::${type}`;
const OF_SITE = `old."siteId" = '{site}'`;
const OF_PAGE = `old."pageId" IN (SELECT "id" FROM "Page" WHERE "siteId" = '{site}')`;
const OF_CRAWL = `old."crawlId" IN (SELECT "id" FROM "Crawl" WHERE "siteId" = '{site}')`;
const SITE = { siteId: idIn("siteId") };
const URL = { url: addressesIn("url") };

/** Tables that a crawled Site has rows in, with the rows, and what is another's in a copy. Current Snapshots come after the Pages that need them. */
const TABLES: readonly { table: string; where: string; changes: Changes; leaveOut?: string[] }[] = [
  { table: "Team", where: `old."id" = (SELECT "teamId" FROM "Site" WHERE "id" = '{site}')`, changes: { id: ID } },
  {
    table: "Site",
    where: `old."id" = '{site}'`,
    changes: { id: ID, teamId: idIn("teamId"), startUrl: addressesIn("startUrl"), proofToken: idIn("proofToken") },
  },
  {
    table: "Recipient",
    where: OF_SITE,
    changes: { id: ID, ...SITE, token: idIn("token"), email: `new."number" || old."email"` },
  },
  { table: "Crawl", where: OF_SITE, changes: { id: ID, ...SITE } },
  { table: "CrawlPage", where: OF_CRAWL, changes: { crawlId: idIn("crawlId"), ...URL } },
  { table: "Page", where: OF_SITE, changes: { id: ID, ...SITE, ...URL, snapshotId: "NULL" } },
  {
    table: "Snapshot",
    where: OF_PAGE,
    changes: {
      ...{ id: ID, pageId: idIn("pageId"), crawlId: idIn("crawlId"), links: addressesIn("links", "jsonb") },
      ...{ targets: addressesIn("targets", "text[]"), leads: addressesIn("leads", "text[]") },
    },
  },
  { table: "Block", where: OF_SITE, changes: { ...SITE, firstCrawlId: idIn("firstCrawlId") } },
  { table: "LinkTarget", where: OF_SITE, changes: { ...SITE, ...URL, finalUrl: addressesIn("finalUrl") } },
  { table: "Issue", where: OF_SITE, changes: { id: ID, ...SITE, firstUrl: addressesIn("firstUrl") } },
  { table: "Occurrence", where: OF_PAGE, changes: { id: ID, issueId: idIn("issueId"), pageId: idIn("pageId") } },
  {
    table: "IssueEvent",
    where: OF_SITE,
    changes: { ...SITE, issueId: idIn("issueId"), crawlId: idIn("crawlId") },
    leaveOut: ["id"],
  },
  { table: "RobotsFile", where: `old."origin" = '{origin}'`, changes: { origin: `new."origin"`, text: addressesIn("text") } },
];

/**
 * Copies a crawled Site with all that is stored about it, once for each origin, so that each copy looks as if it had been crawled. Issues about
 * link targets cannot be copied, because their fingerprints hold the address.
 */
export async function copySite(db: Database, wanted: Wanted): Promise<void> {
  if ((await db.issue.count({ where: { siteId: wanted.siteId, check: "links" } })) > 0)
    throw new Error("The site to copy has a broken link.");
  const numbers = wanted.origins.map((_, number) => number).slice(wanted.from);
  for (let at = 0; at < numbers.length; at += BATCH) await copyBatch(db, wanted, numbers.slice(at, at + BATCH));
  // What was found before is not news.
  await db.$executeRaw`UPDATE "Recipient" SET "toldUpTo" = (SELECT max("id") FROM "IssueEvent")`;
}

async function copyBatch(db: Database, { siteId, origin, origins }: Wanted, numbers: readonly number[]): Promise<void> {
  const fill = (sql: string) => sql.replaceAll("{site}", siteId).replaceAll("{origin}", origin);
  const copies = Prisma.sql`(SELECT * FROM unnest(${numbers}::int[], ${numbers.map((number) => origins[number] ?? "")}::text[]) AS copy("number", "origin"))`;
  for (const { table, where, changes, leaveOut = [] } of TABLES) {
    const columns = (await columnsOf(db, table)).filter((column) => !leaveOut.includes(column));
    const values = columns.map((column) => changes[column] ?? `old."${column}"`);
    const names = columns.map((column) => `"${column}"`).join(", ");
    await db.$executeRaw`${Prisma.raw(`INSERT INTO "${table}" (${names}) SELECT ${fill(values.join(", "))} FROM "${table}" AS old`)}
      CROSS JOIN ${copies} AS new ${Prisma.raw(fill(`WHERE ${where}`))}`;
    if (table === "Snapshot")
      await db.$executeRaw`UPDATE "Page" AS page SET "snapshotId" = old."snapshotId" || '-' || new."number"
        FROM "Page" AS old CROSS JOIN ${copies} AS new
        WHERE old."siteId" = ${siteId} AND page."id" = old."id" || '-' || new."number"`;
  }
}

async function columnsOf(db: Database, table: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT "column_name"::text AS "name" FROM information_schema.columns
    WHERE "table_schema" = 'public' AND "table_name" = ${table} AND "is_generated" = 'NEVER'`;
  return rows.map(({ name }) => name);
}

/** Returns the number of rows that each table has about a Site. */
export async function countRows(
  db: Database,
  { siteId, origin }: Pick<Wanted, "siteId" | "origin">,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, where } of TABLES) {
    const condition = where.replaceAll("{site}", siteId).replaceAll("{origin}", origin);
    const [row] = await db.$queryRaw<{ count: number }[]>`
      ${Prisma.raw(`SELECT count(*)::int AS "count" FROM "${table}" AS old WHERE ${condition}`)}`;
    counts[table] = row?.count ?? 0;
  }
  return counts;
}
