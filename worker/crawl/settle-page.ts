import type { Block, PlacedBlock } from "../core/page/block.ts";
import type { Snapshot } from "../core/page/snapshot.ts";
import type { PageVisit, Validators } from "../core/page/visit.ts";
import type { CrawlContext } from "./crawl-context.ts";

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null };

/** A page that is read, to be checked and recorded. `snapshot`: what it says now, also where that is not new. */
export type SettledPage = {
  visit: PageVisit;
  snapshot: Snapshot | null;
  /** Its Blocks with their texts; empty when it was not looked into. */
  placed: PlacedBlock[];
  pageLang?: string | null;
  /** Where the address leads instead. */
  target?: string | null;
  /** Its place under the page limit was given back before. */
  isGivenBack?: boolean;
};

/** Checks the Blocks that have no Findings on record, records the visit, and counts it. */
export async function settlePage(context: CrawlContext, page: SettledPage): Promise<void> {
  const { memory, ports, stopwatch, tally, visited, frontier, signal } = context;
  const { visit: found, snapshot, placed, target = null } = page;
  if (signal.aborted) return;
  const newBlocks = await findNewBlocks(context, placed);
  const checked = await checkBlocks(context, newBlocks, page.pageLang ?? null, found.url);
  if (signal.aborted && checked.length < newBlocks.length) return;
  const visit: PageVisit = { ...found, newBlocks, checked };
  await stopwatch.time("record", () => memory.recordVisit(visit, ports.checks.version));
  visited.set(visit.url, { outcome: visit.outcome, status: visit.status, target, failure: visit.failure });
  if (visit.outcome === "skipped" && !page.isGivenBack) frontier.giveBack();
  countLeftOut(context, visit);
  tally.countVisit(visit, snapshot?.blocks.map(({ hash }) => hash) ?? []);
  context.reportProgress();
}

/** Distinct Blocks without Findings on record for this version of the checks, as their texts alone. */
async function findNewBlocks({ memory, ports, stopwatch }: CrawlContext, placed: readonly PlacedBlock[]): Promise<Block[]> {
  if (placed.length === 0) return [];
  const distinct = new Map(placed.map(({ hash, kind, lang, text }) => [hash, { hash, kind, lang, text }]));
  const onRecord = await stopwatch.time("record", () => memory.checkedBlocks([...distinct.keys()], ports.checks.version));
  return [...distinct.values()].filter(({ hash }) => !onRecord.has(hash));
}

/** A check that breaks leaves its Blocks unchecked, which brings them here again next time; the page itself is recorded. */
async function checkBlocks(context: CrawlContext, blocks: Block[], pageLang: string | null, url: string) {
  const { plan, ports, stopwatch, tally } = context;
  if (blocks.length === 0 || !plan.only.some((check) => check !== "links")) return [];
  try {
    const options = { siteLanguage: plan.language, pageLang, only: plan.only };
    const checked = await stopwatch.time("check", () => context.checkOnce(blocks, options));
    tally.leaveOut("check-failed", blocks.length - checked.length);
    return checked;
  } catch (error) {
    if (context.signal.aborted) return [];
    ports.onFault(error, url);
    tally.leaveOut("check-failed", blocks.length);
    return [];
  }
}

function countLeftOut({ tally }: CrawlContext, { outcome, failure, checked }: PageVisit): void {
  tally.leaveOut("language", checked.filter(({ language }) => language === null).length);
  if (failure?.code === "robots") tally.leaveOut("robots");
  else if (failure?.code === "not-html") tally.leaveOut("not-html");
  else if (failure?.code === "too-large") tally.leaveOut("too-large");
  else if (outcome === "failed") tally.leaveOut("failed");
}
