import { pageSaysVos } from "#worker/core/checks/spelling/languages/voseo.ts";
import type { PageVisit } from "#worker/core/crawl/visit.ts";
import { languagesOfTexts } from "#worker/core/language/language-of-block.ts";
import type { PlacedBlock } from "#worker/core/page/block.ts";
import { notCheckedCode } from "#worker/core/report/not-checked.ts";
import type { CrawlContext, PlanFields, Ports, Visited } from "../crawl-context.ts";
import { checksTexts } from "../crawl-plan.ts";
import type { NewBlocks } from "../memo/check-new-blocks.ts";
import type { SettledPage } from "../settled-page.ts";

type CheckContext = PlanFields<"language" | "only" | "styleRules"> &
  Ports<"onFault"> &
  Pick<CrawlContext, "checkOnce" | "signal">;
type KeepContext = Ports<"checks"> & Pick<CrawlContext, "memory" | "stopwatch" | "checkOnce" | "unchanged">;
type CountContext = PlanFields<"only"> & Pick<CrawlContext, "tally">;
export type SettleContext = CheckContext &
  KeepContext &
  CountContext &
  Pick<CrawlContext, "visited" | "frontier" | "isSoft404" | "linkPrefetch" | "reportProgress">;

/** Checks the Blocks that have no Findings on record, records the visit, and counts it. */
export async function settlePage(context: SettleContext, page: SettledPage): Promise<void> {
  const { tally, visited, frontier, signal, isSoft404 } = context;
  const { visit: found, snapshot, placed, target = null } = page;
  if (signal.aborted) return;
  const before = visited.get(found.url)?.outcome;
  // A second visit in this Crawl that found the same text has nothing to add.
  if (before !== undefined && found.outcome === "unchanged") return;
  const { fresh, checked } = await checkNewBlocks(context, page);
  if (signal.aborted && checked.length < fresh.length) return;
  const outcome = before === "new" && found.outcome === "changed" ? "new" : found.outcome;
  const isChecked = fresh.length === checked.length && !checked.some(({ unfinished }) => unfinished);
  const isFullyChecked = placed.length > 0 ? isChecked : found.isFullyChecked || snapshot !== null;
  const visit: PageVisit = { ...found, outcome, isFullyChecked, newBlocks: fresh, checked };
  await record(context, visit, placed);
  if (visit.snapshot) context.linkPrefetch.note(visit.url, visit.snapshot.links);
  const { url, rendered, status, failure } = visit;
  // Pages that were not read keep the value on record.
  const soft404 = snapshot ? { isSoft404: await isSoft404({ url, snapshot, rendered }) } : {};
  visited.set(url, visitedAs({ outcome, status, target, failure, ...soft404 }));
  if (visit.outcome === "skipped" && !page.isGivenBack) frontier.giveBack();
  countLeftOut(context, visit);
  if (before !== undefined) tally.pages[before]--;
  tally.countVisit(visit, snapshot?.blocks.length ?? 0);
  context.reportProgress();
}

async function record(context: KeepContext, visit: PageVisit, placed: readonly PlacedBlock[]): Promise<void> {
  const { memory, ports, stopwatch, checkOnce, unchanged } = context;
  if (visit.outcome === "unchanged" && visit.newBlocks.length === 0 && !visit.snapshot) await unchanged.add(visit);
  else await stopwatch.time("record", () => memory.recordVisit(visit, ports.checks.version));
  checkOnce.noteRecorded(placed);
}

/** Returns one shared value for equal results: most of a site's tens of thousands of pages end in one of a few ways. */
function visitedAs(end: Visited): Visited {
  if (end.failure !== null || end.target !== null) return end;
  const key = `${end.outcome} ${end.status} ${end.isSoft404}`;
  const shared = ENDS.get(key) ?? end;
  ENDS.set(key, shared);
  return shared;
}

const ENDS = new Map<string, Visited>();

/** Checks the page's new Blocks. If a check breaks, the page is recorded all the same, and its Blocks are checked at the next Crawl. */
async function checkNewBlocks({ plan, checkOnce, ports, signal }: CheckContext, page: SettledPage): Promise<NewBlocks> {
  const { placed, visit, pageLang = null } = page;
  if (placed.length === 0) return { fresh: [], checked: [] };
  const distinct = new Map(placed.map(({ hash, kind, lang, text }) => [hash, { hash, kind, lang, text }]));
  const { language: siteLanguage, only, styleRules } = plan;
  const texts = checksTexts(plan) ? placed.map(({ text }) => text) : [];
  const spoken = checksTexts(plan) ? languagesOfTexts(texts) : null;
  const said = { pageTextLang: spoken?.clear, pageLeaning: spoken?.leaning, pageSaysVos: pageSaysVos(texts) };
  const options = { siteLanguage, pageLang, ...said, only, styleRules };
  return checkOnce.check([...distinct.values()], options, (error) => {
    if (!signal.aborted) ports.onFault(error, visit.url);
  });
}

function countLeftOut({ tally, plan }: CountContext, { url, outcome, failure, newBlocks, checked }: PageVisit): void {
  const hasResult = new Set(checked.map(({ hash }) => hash));
  if (checksTexts(plan)) tally.noteUnchecked(newBlocks.map(({ hash }) => hash).filter((hash) => !hasResult.has(hash)));
  const code = notCheckedCode(outcome, failure?.code ?? null);
  if (code) tally.leaveOut(code, 1, code === "no-text" ? url : undefined);
}
