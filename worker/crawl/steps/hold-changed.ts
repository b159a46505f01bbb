import type { SiteContents } from "#worker/core/crawl/crawl-memory.ts";
import { findHollowPages, itemOfRedirect, itemsOf, type PageBeforeAndNow } from "#worker/core/crawl/hollow-pages.ts";
import type { PreviousVisit } from "#worker/core/crawl/visit.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { foldVolatile } from "#worker/core/text/fold-volatile.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import type { CrawlContext, HeldPage, PlanFields } from "../crawl-context.ts";
import type { SettledPage } from "../settled-page.ts";
import { type MissingContext, recordUnlessMissing } from "./hold-missing.ts";
import { type ReadContext, type Reading, readPage } from "./read-page.ts";
import { type SettleContext, settlePage } from "./settle-page.ts";

export type HoldContext = ReadContext &
  SettleContext &
  MissingContext &
  PlanFields<"startUrl" | "believesSameText"> &
  Pick<CrawlContext, "sameText" | "settling" | "previousVisitOf">;

/** Changed pages that are judged together. */
const WINDOW = 50;
/** Times that the start page is read again to ask if the whole site shows the same text. */
const MOST_PROBES = 3;

/** Notes that the last Crawl knew a page's text, and that this Crawl read it. */
export function noteKnownPage({ sameText }: Pick<CrawlContext, "sameText">, previous: PreviousVisit | null): void {
  if (previous?.contentHash) sameText.knownPages += 1;
}

/**
 * Records a page, unless it is a known one with another text than at the last Crawl. Such pages are held back until enough of them, or all,
 * show whether they suddenly say the same: then nothing is known of them. Resolves when fetching may go on.
 */
export async function recordUnlessHeld(context: HoldContext, page: SettledPage, previous: PreviousVisit | null, now: string[]) {
  const { plan, sameText } = context;
  if (!previous?.contentHash) return await context.settling.push(() => settlePage(context, page));
  if (plan.believesSameText) return await release(context, [page]);
  if (sameText.isEverywhere) return;
  sameText.held.push({ page, now });
  if (sameText.held.length >= WINDOW) await judgeHeldPages(context);
}

/** Returns the items of what was read, to compare them with those of other pages. */
export function itemsOfReading(reading: Reading): string[] {
  if (reading.kind === "elsewhere") return [itemOfRedirect(reading.target)];
  if (reading.kind !== "read") return [];
  const { placed, links } = makeSnapshot(reading.content);
  return itemsOf(placed, links, ({ text }) => foldVolatile(text));
}

/** Records the pages held back, or finds out that the whole site shows the same text; then they stay as the last Crawl knew them. */
export async function judgeHeldPages(context: HoldContext): Promise<void> {
  const { sameText, memory } = context;
  const held = sameText.held.splice(0);
  if (held.length === 0) return;
  const start = canonicalUrl(context.plan.startUrl) ?? context.plan.startUrl;
  const contents = await memory.contentsOf([...new Set([start, ...held.map(({ page }) => page.visit.url)])]);
  sameText.isEverywhere = await isEverywhere(context, held, { start, contents });
  if (sameText.isEverywhere)
    sameText.example = held.findLast(({ page }) => page.snapshot)?.page.placed.find(isProse)?.text ?? null;
  else
    await release(
      context,
      held.map(({ page }) => page),
    );
}

type Known = { start: string; contents: SiteContents };

/** The start page decides, as it does for a site that is down: a part of a site may be emptied by its owner. */
async function isEverywhere(context: HoldContext, held: readonly HeldPage[], { start, contents }: Known): Promise<boolean> {
  const { sameText } = context;
  const compared = held.map(({ page, now }) => compare(page.visit.url, now, contents));
  const hollow = findHollowPages(compared);
  if (hollow.size * 2 < held.length) return false;
  const isMost = hollow.size * 2 >= sameText.knownPages;
  if (held.some(({ page }) => page.visit.url === start)) return hollow.size >= 2 && hollow.has(start) && isMost;
  if (!contents.has(start)) return hollow.size >= 3 && hollow.size * 5 >= sameText.knownPages * 4;
  if (sameText.probes >= MOST_PROBES) return false;
  sameText.probes += 1;
  const again = await readItems(context, start);
  return again.length > 0 && findHollowPages([...compared, compare(start, again, contents)]).has(start);
}

async function readItems(context: HoldContext, url: string): Promise<string[]> {
  try {
    return itemsOfReading(await readPage(context, url, await context.previousVisitOf(url), false));
  } catch (error) {
    if (!context.signal.aborted) context.ports.onFault(error, url);
    return [];
  }
}

function compare(url: string, now: readonly string[], contents: SiteContents): PageBeforeAndNow {
  const { blocks, links } = contents.get(url) ?? { blocks: [], links: [] };
  return { url, before: itemsOf(blocks, links, ({ hash }) => hash), now };
}

function isProse({ kind }: SettledPage["placed"][number]): boolean {
  return kind === "paragraph" || kind === "heading" || kind === "text";
}

async function release(context: HoldContext, pages: readonly SettledPage[]): Promise<void> {
  for (const page of pages)
    if (page.snapshot === null) await recordUnlessMissing(context, page);
    else await context.settling.push(() => settlePage(context, page));
}
