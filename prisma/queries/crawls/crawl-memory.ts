import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { storedBlock, storedLink, toStoredJson } from "#prisma/stored-json.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { CrawlMemory } from "#worker/core/crawl/crawl-memory.ts";
import type { PreviousVisit, Rendered } from "#worker/core/crawl/visit.ts";
import type { Claim, ClaimedCrawl } from "./claim-crawl.ts";
import { findFilesOfPages } from "./find-files-of-pages.ts";
import { findLinkTargets } from "./find-link-targets.ts";
import { addToFrontier, findUnvisitedLeads, readFrontier } from "./read-frontier.ts";
import { recordUnchanged } from "./recording/record-unchanged.ts";
import { recordVisit } from "./recording/record-visit.ts";

/** Implements `CrawlMemory` in the database; that type documents each method. */
export function createCrawlMemory(db: Database, claim: Claim & Partial<Pick<ClaimedCrawl, "onlyPages">>): CrawlMemory {
  const { siteId, crawlId } = claim;
  return {
    resume: () => readFrontier(db, crawlId),
    knownPages: async () => {
      const pages = await db.page.findMany({
        where: { siteId, gone: false },
        orderBy: [{ depth: "asc" }, { url: "asc" }],
        select: { url: true, depth: true },
      });
      return pages.map((page) => ({ ...page, source: "known" as const }));
    },
    recordedSitemaps: async () => {
      const pages = await db.page.findMany({ where: { siteId, gone: true, snapshotId: { not: null } }, select: { url: true } });
      return pages.map(({ url }) => url);
    },
    unvisitedLinks: () => findUnvisitedLeads(db, siteId),
    addPending: (entries) => addToFrontier(db, crawlId, entries),
    previousVisits: (urls) => readPreviousVisits(db, siteId, urls),
    contentsOf: async (urls) => {
      const pages = await db.page.findMany({
        where: { siteId, url: { in: urls } },
        select: { url: true, snapshot: { select: { blocks: true, links: true } } },
      });
      return new Map(pages.flatMap(({ url, snapshot }) => (snapshot ? [[url, storedContents.parse(snapshot)]] : [])));
    },
    checkedBlocks: async (hashes, checksVersion) => {
      const blocks = await db.$queryRaw<{ hash: string }[]>`
        SELECT "hash" FROM "Block" WHERE "siteId" = ${siteId} AND "hash" = ANY(${hashes}) AND "checksVersion" = ${checksVersion}`;
      return new Set(blocks.map(({ hash }) => hash));
    },
    recordVisit: (visit, checksVersion) => recordVisit(db, claim, visit, checksVersion),
    recordUnchanged: (visits, checksVersion) => recordUnchanged(db, claim, visits, checksVersion),
    linkTargets: () => findLinkTargets(db, { siteId, crawlId, ofVisitedPages: Boolean(claim.onlyPages) }),
    filesOfPages: (targets) => findFilesOfPages(db, siteId, targets),
    anchorsOf: async (urls) => {
      const pages = await db.page.findMany({
        where: { siteId, url: { in: urls }, snapshot: { isTruncated: false } },
        select: { url: true, snapshot: { select: { anchors: true } } },
      });
      return new Map(pages.flatMap(({ url, snapshot }) => (snapshot ? [[url, anchorNames.parse(snapshot.anchors)]] : [])));
    },
    soft404s: async (targets) => {
      if (targets.length === 0) return new Set();
      const rows = await db.$queryRaw<{ url: string }[]>`
        SELECT "url" FROM "LinkTarget" WHERE "siteId" = ${siteId} AND "url" = ANY(${targets}) AND "rule" = 'links/gone-soft'`;
      return new Set(rows.map(({ url }) => url));
    },
    recordVerdicts: (verdicts) => recordVerdicts(db, siteId, verdicts),
  };
}

const anchorNames = z.array(z.string());
const storedContents = z.object({ blocks: z.array(storedBlock), links: z.array(storedLink) });

type PreviousRow = Omit<PreviousVisit, "validators"> & PreviousVisit["validators"];

/** Reads the last visits of pages. Raw SQL, because hundreds are read at once and only hashes are needed from the Snapshots. */
async function readPreviousVisits(db: Database, siteId: string, urls: string[]): Promise<Map<string, PreviousVisit>> {
  if (urls.length === 0) return new Map();
  const rows = await db.$queryRaw<PreviousRow[]>`
    SELECT page."url", page."rendered", page."etag", page."lastModified", page."bodyHash", page."checksVersion", page."readingVersion", snapshot."contentHash", snapshot."detailHash"
    FROM "Page" AS page LEFT JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
    WHERE page."siteId" = ${siteId} AND page."url" = ANY(${urls})`;
  return new Map(rows.map((row) => [row.url, previousVisit(row)]));
}

function previousVisit({
  url,
  rendered,
  contentHash,
  detailHash,
  checksVersion,
  readingVersion,
  ...validators
}: PreviousRow): PreviousVisit {
  const how: Rendered | null = rendered === "browser" || rendered === "http" ? rendered : null;
  return {
    url,
    validators,
    rendered: contentHash === null ? null : how,
    contentHash,
    detailHash,
    checksVersion,
    readingVersion,
  };
}

async function recordVerdicts(db: Database, siteId: string, verdicts: LinkVerdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "LinkTarget" ("siteId", "url", "state", "rule", "status", "reason", "finalUrl", "checkedAt")
    SELECT ${siteId}, "url", "state", "rule", "status", "reason", "finalUrl", now()
    FROM jsonb_to_recordset(${toStoredJson(verdicts)}::jsonb)
      AS new("url" text, "state" text, "rule" text, "status" integer, "reason" text, "finalUrl" text)
    ORDER BY "url"
    ON CONFLICT ("siteId", "url") DO UPDATE SET "state" = EXCLUDED."state", "rule" = EXCLUDED."rule", "status" = EXCLUDED."status",
      "reason" = EXCLUDED."reason", "finalUrl" = EXCLUDED."finalUrl", "checkedAt" = EXCLUDED."checkedAt"`;
}
