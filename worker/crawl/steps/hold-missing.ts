import { FEWEST_MISSING } from "#worker/core/crawl/fewest-missing.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import type { CrawlContext, PlanFields } from "../crawl-context.ts";
import type { SettledPage } from "../settled-page.ts";
import { isReadOutcome } from "./page-outcome.ts";
import { type SettleContext, settlePage } from "./settle-page.ts";

export type MissingContext = SettleContext &
  PlanFields<"startUrl" | "onlyPages" | "believesMissing"> &
  Pick<CrawlContext, "missing" | "sameText" | "memory" | "settling" | "retries">;

/** Pages whose links are loaded at a time. */
const BATCH = 200;

/**
 * Records a known page that is no page today, unless it is held back until it is known if most of the site is missing. The start page and
 * pages that a person asked for never wait.
 */
export async function recordUnlessMissing(context: MissingContext, page: SettledPage): Promise<void> {
  const { plan, missing } = context;
  const isStart = page.visit.url === (canonicalUrl(plan.startUrl) ?? plan.startUrl);
  if (isStart || plan.onlyPages || plan.believesMissing) return await settle(context, page);
  missing.held.push(page);
}

/**
 * Records the pages held back. Where most known pages are missing at once and the others still link to them, that is more often a fault of
 * a day than the owner's wish: then they stay as the last Crawl knew them. Before that, each is visited once more, because a site that is just
 * being updated may lack them for some seconds.
 */
export async function judgeMissingPages(context: MissingContext): Promise<void> {
  const { missing, sameText } = context;
  const held = missing.held.splice(0);
  const gone = withoutMoved(held);
  const areMost = gone.length >= FEWEST_MISSING && gone.length * 2 >= sameText.knownPages;
  if (areMost && (await areStillLinked(context, gone))) {
    if (!missing.isConfirmed) return visitAgain(context, held);
    missing.areMost = { count: gone.length, of: sameText.knownPages, example: gone[0]?.visit.url ?? "" };
    return;
  }
  for (const page of held) await settle(context, page);
}

function visitAgain({ missing, sameText, retries }: MissingContext, held: readonly SettledPage[]): void {
  missing.isConfirmed = true;
  // They are counted again when they are read again.
  sameText.knownPages -= held.length;
  for (const { visit } of held)
    retries.push({ entry: { url: visit.url, depth: visit.depth, source: "known" }, attempt: 2, isItself: false });
}

/** Leaves out pages that moved to an address of their own. Where several lead to one address, it hardly replaces them all. */
function withoutMoved(held: readonly SettledPage[]): SettledPage[] {
  const counts = Map.groupBy(held, ({ target }) => target ?? null);
  return held.filter(({ target = null }) => target === null || (counts.get(target)?.length ?? 0) >= FEWEST_MISSING);
}

/** Returns true if most of what the site's other pages link to is missing: an owner who removes pages removes the links to them, too. */
async function areStillLinked({ memory, visited }: MissingContext, gone: readonly SettledPage[]): Promise<boolean> {
  const missing = new Set(gone.map(({ visit }) => visit.url));
  const living = [...visited].filter(([, { outcome }]) => isReadOutcome(outcome)).map(([url]) => url);
  const linked = { missing: new Set<string>(), living: new Set<string>() };
  for (let index = 0; index < living.length; index += BATCH) {
    const contents = await memory.contentsOf(living.slice(index, index + BATCH));
    for (const { links } of contents.values())
      for (const { url: target } of links) {
        const url = canonicalUrl(target);
        if (url === null) continue;
        if (missing.has(url)) linked.missing.add(url);
        else if (isReadOutcome(visited.get(url)?.outcome)) linked.living.add(url);
      }
  }
  return linked.missing.size >= FEWEST_MISSING && linked.missing.size >= linked.living.size;
}

async function settle(context: MissingContext, page: SettledPage): Promise<void> {
  await context.settling.push(() => settlePage(context, page));
}
