import { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { storedBlockKind, storedFinding, storedLink, storedMatch } from "#prisma/stored-json.ts";
import { LINK_STATES } from "#worker/core/checks/links/link-verdict.ts";
import { acceptedWords } from "#worker/core/checks/spelling/word-endings.ts";
import type { HouseStyle } from "#worker/core/checks/style/house-style.ts";
import type { SeenBlock, SeenPage, SeenTarget } from "#worker/core/issues/gather-seen.ts";
import type { WholePage } from "#worker/core/issues/missing-texts.ts";
import { LANGUAGES, type Language } from "#worker/core/language/languages.ts";
import { UNSAFE_FORM } from "#worker/core/page/html/link-attributes.ts";

/** Current Findings of a Site's pages. Pages without any are left out, so the size follows the number of mistakes. */
export type CurrentFindings = {
  pages: SeenPage[];
  houseStyle: { style: HouseStyle; wholePages: WholePage[]; rulesKnownAt: Date | null };
  blocks: Map<string, SeenBlock>;
  verdicts: Map<string, SeenTarget>;
  words: string[];
  /** End of the Site's last finished Crawl, page checks aside: what time made true elsewhere since then is still news. */
  lastCrawlAt: Date | null;
  ignoredLinks: string[];
  siteLanguage: "auto" | Language;
  /** Page ids by address. */
  pageIds: Map<string, string>;
};

/** `scope` "style": only what the house style says. */
type Wanted = { siteId: string; teamId: string; style: HouseStyle; scope: "all" | "style" };

/** Reads the current Findings of a Site's pages, its link targets with problems, and the words in its dictionary. */
export async function findCurrentFindings(tx: Transaction, { siteId, teamId, style, scope }: Wanted): Promise<CurrentFindings> {
  // First the places, then the texts: another Crawl of the Site may record a page in between.
  const placedBlocks = await findPlacedBlocks(tx, siteId, scope);
  const blocks = await findFlawedBlocks(tx, siteId, scope);
  const verdicts = scope === "all" ? await findTroubledTargets(tx, siteId) : new Map<string, SeenTarget>();
  const reread = await findReread(tx, siteId);
  const pages = new Map<string, SeenPage>();
  const pageIds = new Map<string, string>();
  const pageAt = ({ id, url }: PageKey): SeenPage => {
    const page = pages.get(url) ?? { url, blocks: [], links: [], isReread: reread.has(url) };
    pages.set(url, page);
    pageIds.set(url, id);
    return page;
  };
  for (const { block, ...key } of placedBlocks) pageAt(key).blocks.push(block);
  if (scope === "all")
    for (const { link, ...key } of await findTroubledLinks(tx, siteId)) pageAt(key).links.push(storedLink.parse(link));
  const wholePages = style.requiredSubjects.length === 0 ? [] : await findWholePages(tx, siteId);
  for (const { id, url } of wholePages) pageIds.set(url, id);
  const words = await tx.dictionaryWord.findMany({
    where: { teamId, OR: [{ siteId: null }, { siteId }] },
    select: { word: true, withEndings: true },
  });
  const last = await tx.crawl.findFirst({
    where: { siteId, state: "finished", reason: { not: "page" } },
    orderBy: { finishedAt: "desc" },
    select: { finishedAt: true },
  });
  const { ignoredLinks, language } = await tx.site.findUniqueOrThrow({
    where: { id: siteId },
    select: { ignoredLinks: true, language: true },
  });
  return {
    pages: [...pages.values()],
    houseStyle: {
      style,
      wholePages: wholePages.map((page) => ({ ...page, isNew: page.isNew && !reread.has(page.url) })),
      rulesKnownAt: scope === "style" ? (last?.finishedAt ?? null) : null,
    },
    blocks,
    verdicts,
    words: [...acceptedWords(words), ...style.words],
    ignoredLinks,
    siteLanguage: z.enum(["auto", ...LANGUAGES]).parse(language),
    lastCrawlAt: last?.finishedAt ?? null,
    pageIds,
  };
}

type PageKey = { id: string; url: string };

/** `isNew`: no Crawl that finished had seen its text, so its mistakes are news; a Crawl that failed half-way told no one. */
async function findFlawedBlocks(tx: Transaction, siteId: string, scope: Wanted["scope"]): Promise<Map<string, SeenBlock>> {
  const isAll = scope === "all";
  const rows = await tx.$queryRaw<{ hash: string; text: string; findings: unknown; styleMatches: unknown; isNew: boolean }[]>`
    SELECT block."hash", block."text", CASE WHEN ${isAll} THEN block."findings" ELSE '[]' END AS "findings", block."styleMatches",
      NOT EXISTS (SELECT 1 FROM "Crawl" AS crawl WHERE crawl."id" = block."firstCrawlId" AND crawl."state" = 'finished') AS "isNew"
    FROM "Block" AS block
    WHERE block."siteId" = ${siteId} AND (block."styleMatches" <> '[]' OR (${isAll} AND block."findings" <> '[]'))`;
  return new Map(
    rows.map(({ hash, text, findings, styleMatches, isNew }) => [
      hash,
      { text, isNew, findings: z.array(storedFinding).parse(findings), matches: z.array(storedMatch).parse(styleMatches) },
    ]),
  );
}

async function findPlacedBlocks(tx: Transaction, siteId: string, scope: Wanted["scope"]) {
  const rows = await tx.$queryRaw<(PageKey & { hash: string; selector: string; kind: string })[]>`
    SELECT page."id", page."url", placed."hash", placed."selector", placed."kind"
    FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
      ROWS FROM (jsonb_to_recordset(snapshot."blocks") AS ("hash" text, "selector" text, "kind" text))
        WITH ORDINALITY AS placed("hash", "selector", "kind", "at")
    WHERE page."siteId" = ${siteId}
      AND placed."hash" IN (
        SELECT "hash" FROM "Block"
        WHERE "siteId" = ${siteId} AND ("styleMatches" <> '[]' OR (${scope === "all"} AND "findings" <> '[]')))
    ORDER BY length(page."url"), page."url", placed."at"`;
  return rows.map(({ id, url, hash, selector, kind }) => ({
    id,
    url,
    block: { hash, selector, kind: storedBlockKind.parse(kind) },
  }));
}

async function findWholePages(tx: Transaction, siteId: string): Promise<(WholePage & PageKey)[]> {
  return tx.$queryRaw<(WholePage & PageKey)[]>`
    SELECT page."id", page."url", page."title", snapshot."isTruncated",
      NOT EXISTS (SELECT 1 FROM "Crawl" AS crawl WHERE crawl."id" = snapshot."crawlId" AND crawl."state" = 'finished') AS "isNew"
    FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId"
    WHERE page."siteId" = ${siteId} AND NOT page."gone" ORDER BY length(page."url"), page."url"`;
}

/**
 * Returns the addresses of pages that have not changed since the last finished Crawl and were read again only because of a new
 * version.
 */
async function findReread(tx: Transaction, siteId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ url: string }[]>`
    SELECT visit."url" FROM "CrawlPage" AS visit JOIN "Crawl" AS crawl ON crawl."id" = visit."crawlId"
    WHERE crawl."siteId" = ${siteId} AND crawl."queuedAt" > COALESCE(
      (SELECT max("queuedAt") FROM "Crawl" WHERE "siteId" = ${siteId} AND "state" = 'finished' AND "reason" <> 'page'), '-infinity')
    GROUP BY visit."url" HAVING bool_or(visit."reread") AND NOT bool_or(visit."outcome" = 'changed' AND NOT visit."reread")`;
  return new Set(rows.map(({ url }) => url));
}

type TargetRow = Omit<SeenTarget, "state"> & { state: string };

async function findTroubledTargets(tx: Transaction, siteId: string): Promise<Map<string, SeenTarget>> {
  const rows = await tx.$queryRaw<TargetRow[]>`
    SELECT "url", "state", "rule", "status", "reason", "finalUrl", "rulesVersion" AS "versionBefore"
    FROM "LinkTarget" WHERE "siteId" = ${siteId} AND "state" <> 'ok'`;
  return new Map(rows.map((row) => [row.url, { ...row, state: linkState.parse(row.state) }]));
}

const linkState = z.enum(LINK_STATES);

/** Returns links to targets with problems, and links that are problems by themselves. */
async function findTroubledLinks(tx: Transaction, siteId: string): Promise<(PageKey & { link: unknown })[]> {
  return tx.$queryRaw<(PageKey & { link: unknown })[]>`
    SELECT page."id", page."url", link AS "link"
    FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId",
      jsonb_array_elements(snapshot."links") AS link
    WHERE page."siteId" = ${siteId}
      AND (link->>'element' = ${UNSAFE_FORM} OR link->>'url' IN (
        SELECT "url" FROM "LinkTarget" WHERE "siteId" = ${siteId} AND "state" <> 'ok'))
    ORDER BY length(page."url"), page."url"`;
}
