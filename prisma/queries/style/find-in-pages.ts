import type { Database } from "#prisma/client.ts";
import { excerptAround } from "#worker/core/checks/excerpt.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { findFolded, foldText } from "#worker/core/text/find-folded.ts";
import { plainSigns } from "#worker/core/text/word-tokens.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";
import { withinTime } from "./within-time.ts";

/** A text of a page that contains what was searched for. */
export type FoundText = {
  siteId: string;
  siteName: string;
  pageId: string;
  url: string;
  pageTitle: string;
  excerpt: string;
  /** The text that was searched for, as the page says it. */
  found: string;
};

type Wanted = { teamId: TeamScope; wanted: string; skip: number; take: number };
type Row = Omit<FoundText, "excerpt" | "found"> & { text: string; total: bigint; pages: bigint };

/** Signs that people type as another one, each a single character for the database. */
const SIGNS = [..."’‘ʼ＇´‛“”„‟«»＂‐‑"];
/** For one statement; a person waits. */
const PATIENCE_MS = 5_000;
const TOO_SLOW = "Your sites have so much text that the search took too long. Search for a longer or rarer text.";

/**
 * Finds a word or phrase in what a Team's pages say now, in any case and with any quotation marks: one stretch of the texts, with the number
 * of texts and of pages.
 * @throws DomainError `unavailable` when it takes too long
 */
export async function findInPages(
  db: Database,
  { teamId, wanted, skip, take }: Wanted,
): Promise<{ found: FoundText[]; total: number; pages: number }> {
  const needles = caseVariants(wanted);
  if (needles.length === 0) return { found: [], total: 0, pages: 0 };
  const rows = await withinTime(db, PATIENCE_MS, TOO_SLOW, (tx) => {
    return tx.$queryRaw<Row[]>`
      WITH hit AS MATERIALIZED (
        SELECT block."siteId", block."hash", block."text"
        FROM "Block" AS block JOIN "Site" AS site ON site."id" = block."siteId"
        WHERE ${sqlSitesOf(teamId)} AND EXISTS (
          SELECT 1 FROM unnest(${needles}::text[]) AS needle
          WHERE strpos(lower(translate(block."text", ${SIGNS.join("")}, ${SIGNS.map(plainSigns).join("")})), needle) > 0)
      ), placed AS (
        SELECT site."id" AS "siteId", site."name" AS "siteName", page."id" AS "pageId", page."url", page."title" AS "pageTitle",
          hit."text", place."at"
        FROM "Site" AS site JOIN "Page" AS page ON page."siteId" = site."id" JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
          jsonb_array_elements(snapshot."blocks") WITH ORDINALITY AS place("block", "at"), hit
        WHERE ${sqlSitesOf(teamId)} AND site."id" IN (SELECT "siteId" FROM hit)
          AND hit."siteId" = site."id" AND hit."hash" = place."block"->>'hash'
      )
      SELECT placed.*, count(*) OVER () AS "total", (SELECT count(DISTINCT "pageId") FROM placed) AS "pages"
      FROM placed ORDER BY "siteName", "siteId", length("url"), "url", "at" LIMIT ${take} OFFSET ${skip}`;
  });
  return {
    found: rows.map(({ text, total: _total, pages: _pages, ...place }) => ({ ...place, ...sentenceWith(text, wanted) })),
    total: Number(rows[0]?.total ?? 0),
    pages: Number(rows[0]?.pages ?? 0),
  };
}

/** Some databases know the case of ASCII letters only: for them, words with others are tried in the ways in which people write them. */
function caseVariants(wanted: string): string[] {
  const small = foldText(wanted.trim().replace(/\s+/gu, " "));
  const keepAscii = (text: string) => text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
  const capital = small.replace(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([small, keepAscii(capital), keepAscii(small.toUpperCase())])].filter((needle) => needle !== "");
}

function sentenceWith(text: string, wanted: string): Pick<FoundText, "excerpt" | "found"> {
  const range = findFolded(text, wanted.trim().replace(/\s+/gu, " ")) ?? { start: 0, end: 0 };
  return { excerpt: excerptAround(text, range), found: text.slice(range.start, range.end) };
}
