import type { Transaction } from "#prisma/client.ts";
import { countOpen, nothingOpen } from "./count-open.ts";

/** Crawls of a whole Site. Others see too little of it to measure it. */
const WHOLE: ReadonlySet<string> = new Set(["first", "scheduled", "requested"]);

type Wanted = { crawlId: string; siteId: string; teamId: string };
/** `wordsOf`: hash of the Snapshots in which they were counted. */
type Words = { words: number; wordsOf: string | null };

/**
 * Stores the figures of the Site at the end of a Crawl: words in its checked texts, open mistakes and broken links. Called again
 * when late links have changed its Issues; the words stay as counted.
 */
export async function recordFigures(tx: Transaction, { crawlId, siteId, teamId }: Wanted): Promise<void> {
  const { reason, words, wordsOf } = await tx.crawl.findUniqueOrThrow({
    where: { id: crawlId },
    select: { reason: true, words: true, wordsOf: true },
  });
  if (!WHOLE.has(reason)) return;
  const counted = words === null ? await knowWords(tx, { crawlId, siteId }) : { words, wordsOf };
  const { open, mistakes, brokenLinks } = (await countOpen(tx, { teamId, siteId })).get(siteId) ?? nothingOpen();
  await tx.crawl.update({ where: { id: crawlId }, data: { ...counted, mistakes, brokenLinks, openIssues: open } });
}

/**
 * Returns the words as an earlier Crawl counted them if the Site has the same Snapshots still, and counts them otherwise: it takes most of
 * the end of a Crawl that found nothing new. New rules may find another language in an old text, so what was read again is counted.
 */
async function knowWords(tx: Transaction, { crawlId, siteId }: Omit<Wanted, "teamId">): Promise<Words> {
  const [now] = await tx.$queryRaw<{ wordsOf: string | null; isReread: boolean }[]>`
    SELECT (SELECT md5(string_agg("snapshotId", ' ' ORDER BY "snapshotId")) FROM "Page" WHERE "siteId" = ${siteId} AND NOT "gone") AS "wordsOf",
      EXISTS (SELECT 1 FROM "CrawlPage" WHERE "crawlId" = ${crawlId} AND "reread") AS "isReread"`;
  const { wordsOf = null, isReread = true } = now ?? {};
  const earlier = await tx.crawl.findFirst({
    where: { siteId, words: { not: null } },
    orderBy: { queuedAt: "desc" },
    select: { words: true, wordsOf: true },
  });
  const isSame = !isReread && wordsOf !== null && earlier?.wordsOf === wordsOf;
  return { words: (isSame ? earlier.words : null) ?? (await countWords(tx, siteId)), wordsOf };
}

/** Counts the words of the Site's current texts in languages that are checked, each distinct text once. Words are divided by spaces. */
async function countWords(tx: Transaction, siteId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ words: number }[]>`
    SELECT COALESCE(SUM(length(block."text") - length(replace(block."text", ' ', '')) + 1), 0)::integer AS "words"
    FROM "Block" AS block
    WHERE block."siteId" = ${siteId} AND block."language" IS NOT NULL AND block."hash" IN (
      SELECT DISTINCT placed."hash"
      FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
        jsonb_to_recordset(snapshot."blocks") AS placed("hash" text)
      WHERE page."siteId" = ${siteId} AND NOT page."gone")`;
  return row?.words ?? 0;
}
