import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { storedFinding } from "#prisma/stored-json.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import { makeIsTaught } from "#worker/core/checks/spelling/make-is-taught.ts";
import { isSureAlone } from "#worker/core/issues/is-sure-alone.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../../sites/site-filter.ts";

/** A mistake that a Crawl found before its end. `pages`: pages with it among those that were looked at. */
export type LiveFinding = {
  check: CheckId;
  rule: string;
  text: string;
  message: string;
  suggestion: string | null;
  excerpt: string;
  url: string;
  pages: number;
};
/** `isFull`: later pages add nothing, so it need not be asked for again. */
export type LiveFindings = { findings: LiveFinding[]; isFull: boolean };

/** The first pages of the Crawl, to bound the cost: this runs every few seconds for each viewer. */
const PAGES = 150;
const MOST_BLOCKS = 400;
const MOST_SHOWN = 20;

type Row = { url: string; findings: unknown };

/**
 * Returns the sure mistakes in the texts that a Crawl has checked so far, in the order in which they were found, each once. Null when the
 * Team has no such Crawl. Issues do not exist before the Crawl ends.
 */
export async function findLiveFindings(
  db: Database,
  { teamId, crawlId, now }: { teamId: TeamScope; crawlId: string; now: Date },
): Promise<LiveFindings | null> {
  const crawl = await db.crawl.findFirst({ where: { id: crawlId, site: sitesOf(teamId) }, select: { siteId: true } });
  if (!crawl) return null;
  const { siteId } = crawl;
  const [rows, words, pages] = await Promise.all([
    findFlawedTexts(db, siteId, crawlId),
    db.dictionaryWord.findMany({
      where: { teamId: teamOf(teamId), OR: [{ siteId: null }, { siteId }] },
      select: { word: true },
    }),
    db.snapshot.findMany({ where: { crawlId }, take: PAGES, select: { id: true } }),
  ]);
  const isTaught = makeIsTaught(words.map(({ word }) => word));
  const found = new Map<string, LiveFinding & { urls: Set<string> }>();
  for (const { url, findings } of rows) {
    for (const finding of z.array(storedFinding).parse(findings)) {
      if (isTaught(finding) || !isSureAlone(finding, { url, now })) continue;
      const { check, rule, text, message, suggestions, excerpt, subject } = finding;
      const key = JSON.stringify([rule, subject]);
      const known = found.get(key) ?? {
        check,
        rule,
        text,
        message,
        suggestion: suggestions[0] ?? null,
        excerpt,
        url,
        pages: 0,
        urls: new Set(),
      };
      known.urls.add(url);
      found.set(key, known);
    }
  }
  const shown = [...found.values()].slice(0, MOST_SHOWN).map(({ urls, ...one }) => ({ ...one, pages: urls.size }));
  return { findings: shown, isFull: shown.length === MOST_SHOWN || pages.length === PAGES };
}

/** Returns the texts with Findings on the Crawl's first pages. */
async function findFlawedTexts(db: Database, siteId: string, crawlId: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT page."url", block."findings"
    FROM (
      SELECT "pageId", "blocks", "createdAt" FROM "Snapshot" WHERE "crawlId" = ${crawlId} ORDER BY "createdAt", "id" LIMIT ${PAGES}
    ) AS snapshot
      JOIN "Page" AS page ON page."id" = snapshot."pageId",
      ROWS FROM (jsonb_to_recordset(snapshot."blocks") AS ("hash" text)) WITH ORDINALITY AS placed("hash", "position")
      JOIN "Block" AS block ON block."siteId" = ${siteId} AND block."hash" = placed."hash" AND block."findings" <> '[]'
    ORDER BY snapshot."createdAt", page."url", placed."position" LIMIT ${MOST_BLOCKS}`;
}
