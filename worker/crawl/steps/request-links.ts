import { pause } from "#worker/async/pause.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { FindUse } from "#worker/core/checks/links/target-use.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import { isSameSite } from "#worker/core/url/scope.ts";
import type { CrawlContext, PlanFields, Ports } from "../crawl-context.ts";

/** Verdicts recorded at a time. */
const BATCH = 500;

type RequestContext = PlanFields<"startUrl" | "lateAfterMs" | "onlyPages"> &
  Ports<"checkLinks" | "now"> &
  Pick<CrawlContext, "signal" | "deadline" | "linkPrefetch" | "visited">;

/** Outside links whose verdicts come after the Crawl. `done` gives those that have one, when the last one is recorded. */
export type LateTargets = { targets: readonly string[]; done: Promise<string[]> };

type Record = (verdicts: LinkVerdict[]) => Promise<void>;

/**
 * Requests link targets and records their verdicts as they come. Where the plan says so, the Crawl does not wait for outside hosts that
 * answer slowly: their verdicts follow. A Crawl of single pages, for which a person waits, does not wait for the site's own either. Null:
 * none is late.
 */
export async function requestLinks(
  context: RequestContext,
  { targets, findUse }: { targets: string[]; findUse: FindUse },
  record: Record,
): Promise<LateTargets | null> {
  const { plan, ports, signal, deadline, visited, linkPrefetch } = context;
  const timeLeft = AbortSignal.timeout(Math.max(0, Math.ceil(deadline - ports.now())));
  const stop = AbortSignal.any([signal, timeLeft]);
  const wasMissing = (address: string) => visited.get(canonicalUrl(address) ?? "")?.outcome === "gone";
  await linkPrefetch.finish();
  if (plan.lateAfterMs === undefined) {
    await recordAll(ports.checkLinks(targets, stop, wasMissing, findUse), record).done;
    return null;
  }
  const start = new URL(plan.startUrl);
  const isOwn = (target: string) => isSameSite(new URL(target), start);
  const isAwaited = (target: string) => !plan.onlyPages && isOwn(target);
  const outside = targets.filter((target) => !isAwaited(target));
  const outsideLinks = recordAll(ports.checkLinks(outside, stop, wasMissing, findUse), record);
  // Its fault is thrown where `done` is awaited; until then it must not count as unhandled.
  outsideLinks.done.catch(() => undefined);
  await recordAll(ports.checkLinks(targets.filter(isAwaited), stop, wasMissing, findUse), record).done;
  const over = new AbortController();
  const isLate = await Promise.race([
    outsideLinks.done.then(() => false),
    pause(plan.lateAfterMs, AbortSignal.any([stop, over.signal])).then(() => true),
  ]);
  over.abort();
  if (!isLate || stop.aborted) {
    await outsideLinks.done;
    return null;
  }
  await outsideLinks.flush();
  const late = outside.filter((target) => !outsideLinks.recorded.has(target));
  return { targets: late, done: outsideLinks.done.then(() => late.filter((target) => outsideLinks.recorded.has(target))) };
}

/** Records verdicts in batches. `flush` records those that wait for their batch. */
function recordAll(verdicts: AsyncIterable<LinkVerdict>, record: Record) {
  const batch: LinkVerdict[] = [];
  const recorded = new Set<string>();
  let writing = Promise.resolve();
  const flush = () => {
    const part = batch.splice(0);
    for (const { url } of part) recorded.add(url);
    writing = writing.then(() => (part.length > 0 ? record(part) : undefined));
    return writing;
  };
  const run = async () => {
    for await (const verdict of verdicts) if (batch.push(verdict) >= BATCH) await flush();
    await flush();
  };
  return { done: run(), flush, recorded: recorded as ReadonlySet<string> };
}
