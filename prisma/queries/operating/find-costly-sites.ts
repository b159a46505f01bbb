import type { Database } from "#prisma/client.ts";

/** A Site with what its Crawls of the last seven days took. `cpuMs` and `requests` are null if none was measured. */
export type SiteCost = {
  siteId: string;
  teamId: string;
  name: string;
  startUrl: string;
  crawls: number;
  /** Mean duration of a Crawl. */
  meanMs: number;
  cpuMs: number | null;
  requests: number | null;
};

const WEEK_MS = 7 * 86_400_000;
const SHOWN = 10;

/** Returns the Sites whose Crawls took longest, and those that used most processor time, in the last seven days. */
export async function findCostlySites(db: Database, now: Date): Promise<{ slowest: SiteCost[]; costliest: SiteCost[] }> {
  const since = new Date(now.getTime() - WEEK_MS);
  const [slowest, costliest] = await Promise.all([
    findCosts(db, { since, by: "meanMs" }),
    findCosts(db, { since, by: "cpuMs" }),
  ]);
  return { slowest, costliest: costliest.filter(({ cpuMs }) => cpuMs !== null) };
}

/** Returns the cost of each Site of one Team in the last seven days; none for a Site without a Crawl. */
export async function findTeamCosts(db: Database, { teamId, now }: { teamId: string; now: Date }): Promise<SiteCost[]> {
  return findCosts(db, { since: new Date(now.getTime() - WEEK_MS), by: "cpuMs", teamId });
}

type Wanted = { since: Date; by: "meanMs" | "cpuMs"; teamId?: string };

async function findCosts(db: Database, { since, by, teamId }: Wanted): Promise<SiteCost[]> {
  return db.$queryRaw<SiteCost[]>`
    SELECT site."id" AS "siteId", site."teamId", site."name", site."startUrl", costs."crawls", costs."meanMs", costs."cpuMs", costs."requests"
    FROM (
      SELECT "siteId", count(*)::integer AS "crawls",
        avg(extract(epoch FROM "finishedAt" - "startedAt") * 1000)::float AS "meanMs",
        sum("cpuMs")::float AS "cpuMs", sum("requests")::float AS "requests"
      FROM "Crawl" WHERE "finishedAt" > ${since} AND "startedAt" IS NOT NULL AND "reason" <> 'page'
        AND (${teamId ?? null}::text IS NULL OR "siteId" IN (SELECT "id" FROM "Site" WHERE "teamId" = ${teamId ?? null}))
      GROUP BY "siteId") AS costs
    JOIN "Site" AS site ON site."id" = costs."siteId"
    ORDER BY CASE WHEN ${by === "cpuMs"} THEN costs."cpuMs" ELSE costs."meanMs" END DESC NULLS LAST, site."id"
    LIMIT ${teamId === undefined ? SHOWN : null}`;
}
