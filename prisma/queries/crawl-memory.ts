import { z } from "zod";
import type { LinkVerdict } from "#worker/core/checks/link-verdict.ts";
import type { AddressSource, CrawlMemory } from "#worker/core/crawl/crawl-memory.ts";
import { PAGE_FAILURE_CODES, type PageOutcome, type PreviousVisit } from "#worker/core/page/visit.ts";
import type { Database } from "../client.ts";
import { storedBlock, storedLink, toStoredJson } from "../stored-json.ts";
import { recordVisit } from "./record-visit.ts";

type Place = { siteId: string; crawlId: string };

/** What a Crawl remembers, in the database. See `CrawlMemory` for the promises. */
export function createCrawlMemory(db: Database, place: Place): CrawlMemory {
  const { siteId, crawlId } = place;
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
    addPending: async (entries) => {
      await db.crawlPage.createMany({ data: entries.map((entry) => ({ crawlId, ...entry })), skipDuplicates: true });
    },
    previousVisits: (urls) => readPreviousVisits(db, siteId, urls),
    checkedBlocks: async (hashes, checksVersion) => {
      const blocks = await db.block.findMany({
        where: { siteId, hash: { in: hashes }, checksVersion },
        select: { hash: true },
      });
      return new Set(blocks.map(({ hash }) => hash));
    },
    recordVisit: (visit, checksVersion) => recordVisit(db, place, visit, checksVersion),
    linkTargets: async () => {
      const targets = await db.$queryRaw<{ url: string }[]>`
        SELECT DISTINCT link->>'url' AS "url"
        FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
          jsonb_array_elements(snapshot."links") AS link
        WHERE page."siteId" = ${siteId}`;
      return targets.map(({ url }) => url);
    },
    anchorsOf: async (url) => {
      const page = await db.page.findUnique({
        where: { siteId_url: { siteId, url } },
        select: { snapshot: { select: { anchors: true } } },
      });
      return page?.snapshot ? z.array(z.string()).parse(page.snapshot.anchors) : null;
    },
    recordVerdicts: (verdicts) => recordVerdicts(db, siteId, verdicts),
  };
}

async function readFrontier(db: Database, crawlId: string): ReturnType<CrawlMemory["resume"]> {
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

const pageOutcome = z.enum(["new", "changed", "unchanged", "gone", "failed", "skipped"]) satisfies z.ZodType<PageOutcome>;
const failureCode = z.enum(PAGE_FAILURE_CODES).nullable();
const addressSource = z.enum(["start", "sitemap", "link", "known"]) satisfies z.ZodType<AddressSource>;

async function readPreviousVisits(db: Database, siteId: string, urls: string[]): Promise<Map<string, PreviousVisit>> {
  const pages = await db.page.findMany({
    where: { siteId, url: { in: urls } },
    select: { url: true, rendered: true, etag: true, lastModified: true, bodyHash: true, snapshot: true },
  });
  return new Map(
    pages.map(({ url, rendered, snapshot, ...validators }) => {
      const how = z.enum(["http", "browser"]).nullable().parse(rendered);
      return [url, { url, validators, rendered: snapshot ? how : null, snapshot: snapshot && readSnapshot(snapshot) }];
    }),
  );
}

type SnapshotRow = {
  title: string;
  lang: string | null;
  contentHash: string;
  blocks: unknown;
  links: unknown;
  anchors: unknown;
};

function readSnapshot({ title, lang, contentHash, blocks, links, anchors }: SnapshotRow) {
  return {
    title,
    lang,
    contentHash,
    blocks: z.array(storedBlock).parse(blocks),
    links: z.array(storedLink).parse(links),
    anchors: z.array(z.string()).parse(anchors),
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
