import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import type { AddressSource, CrawlMemory, FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import type { PageOutcome } from "#worker/core/crawl/visit.ts";
import { PAGE_FAILURE_CODES } from "#worker/core/page/page-failure.ts";

const pageOutcome = z.enum(["new", "changed", "unchanged", "gone", "failed", "skipped"]) satisfies z.ZodType<PageOutcome>;
const failureCode = z.enum(PAGE_FAILURE_CODES).nullable();
const addressSource = z.enum(["start", "sitemap", "link", "known", "hinted"]) satisfies z.ZodType<AddressSource>;

/** Reads the frontier of a Crawl: addresses that are done and those that are pending. */
export async function readFrontier(db: Database, crawlId: string): ReturnType<CrawlMemory["resume"]> {
  const rows = await db.crawlPage.findMany({
    where: { crawlId },
    orderBy: [{ depth: "asc" }, { url: "asc" }],
    select: { url: true, depth: true, source: true, done: true, outcome: true, failureCode: true },
  });
  const entryOf = ({ url, depth, source }: (typeof rows)[number]) => ({ url, depth, source: addressSource.parse(source) });
  return {
    done: rows
      .filter(({ done }) => done)
      .map((row) => ({
        ...entryOf(row),
        outcome: pageOutcome.parse(row.outcome),
        failureCode: failureCode.parse(row.failureCode),
      })),
    pending: rows.filter(({ done }) => !done).map(entryOf),
  };
}

/** Adds addresses to a Crawl's frontier; existing ones stay as they are. */
export async function addToFrontier(db: Database, crawlId: string, entries: FrontierEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "CrawlPage" ("crawlId", "url", "depth", "source")
    SELECT ${crawlId}, "url", "depth", "source"
    FROM jsonb_to_recordset(${toStoredJson(entries)}::jsonb) AS new("url" text, "depth" integer, "source" text)
    ON CONFLICT ("crawlId", "url") DO NOTHING`;
}

/** Returns addresses that a Site's current pages lead to and that are not Pages, or are gone. */
export async function findUnvisitedLeads(db: Database, siteId: string): Promise<FrontierEntry[]> {
  const leads = await db.$queryRaw<{ url: string; depth: number }[]>`
    SELECT lead."url", lead."depth" FROM (
      SELECT led."url", min(page."depth") + 1 AS "depth"
      FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId", unnest(snapshot."leads") AS led("url")
      WHERE page."siteId" = ${siteId} GROUP BY led."url"
    ) AS lead
    WHERE NOT EXISTS (SELECT 1 FROM "Page" AS known WHERE known."siteId" = ${siteId} AND known."url" = lead."url" AND NOT known."gone")
    ORDER BY lead."depth", lead."url"`;
  return leads.map((lead) => ({ ...lead, source: "link" }));
}
