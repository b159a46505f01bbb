import type { Transaction } from "#prisma/client.ts";
import { countOpen, nothingOpen } from "./count-open.ts";

/** Crawls of a whole Site. Others see too little of it to measure it. */
const WHOLE: ReadonlySet<string> = new Set(["first", "scheduled", "requested"]);

type Wanted = { crawlId: string; siteId: string; teamId: string };

/**
 * Stores the figures of the Site at the end of a Crawl: words in its checked texts, open mistakes and broken links. Called again
 * when late links have changed its Issues; the words stay as counted.
 */
export async function recordFigures(tx: Transaction, { crawlId, siteId, teamId }: Wanted): Promise<void> {
  const crawl = await tx.crawl.findUniqueOrThrow({ where: { id: crawlId }, select: { reason: true, words: true } });
  if (!WHOLE.has(crawl.reason)) return;
  const words = crawl.words ?? (await countWords(tx, siteId));
  const { open, mistakes, brokenLinks } = (await countOpen(tx, { teamId, siteId })).get(siteId) ?? nothingOpen();
  await tx.crawl.update({ where: { id: crawlId }, data: { words, mistakes, brokenLinks, openIssues: open } });
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
