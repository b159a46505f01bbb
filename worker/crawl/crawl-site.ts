import { pause } from "#worker/async/pause.ts";
import { workThrough } from "#worker/async/work-through.ts";
import { type CrawlContext, createCrawlContext, type Task } from "./crawl-context.ts";
import type { CrawlAccount, CrawlFailure, CrawlPlan } from "./crawl-plan.ts";
import type { CrawlPorts } from "./crawl-ports.ts";
import { settleCanonicals } from "./steps/canonicals.ts";
import { takeMistrustedVisits } from "./steps/render-trust.ts";
import { addLeads, addSitemapPages, resumeFrontier } from "./steps/seed-frontier.ts";
import { isSiteDown } from "./steps/site-health.ts";
import { visitLinks } from "./steps/visit-links.ts";
import { visitPage } from "./steps/visit-page.ts";
import { visitStart } from "./steps/visit-start.ts";

/**
 * Visits a Site once.
 * 1. Goes on where an earlier run of the same Crawl was cut off, or begins with the start page; without it there is no Crawl.
 * 2. Known pages, sitemaps, and what pages link to are visited, each once, a few at a time; checking runs behind the fetching.
 * 3. What failed for a passing reason is tried once more, pages that named a broken address as theirs are read themselves, and pages
 *    whose HTML was trusted are read again where another of their kind turned out to say more in the browser.
 * 4. Link targets get their verdicts: from the visits, or by asking.
 * All that is known is in the memory at every moment; the account says what was and was not checked.
 * @throws what the memory throws. When `signal` aborts, the account's state is `interrupted`.
 */
export async function crawlSite(
  plan: CrawlPlan,
  ports: CrawlPorts,
  signal: AbortSignal = new AbortController().signal,
): Promise<CrawlAccount> {
  const startedAt = ports.now();
  const broken = new AbortController();
  const context = createCrawlContext(plan, ports, AbortSignal.any([signal, broken.signal]));
  try {
    await resumeFrontier(context);
    const failure = await visitPages(context, context.tally.pagesBefore() === 0);
    if (!failure && !context.signal.aborted) await visitLinks(context);
    ports.onProgress(context.tally.progress(context.frontier.accepted()));
    return takeAccount(context, { failure, startedAt });
  } catch (error) {
    broken.abort(error);
    throw error;
  } finally {
    await context.linkPrefetch.stop();
  }
}

async function visitPages(context: CrawlContext, isFresh: boolean): Promise<CrawlFailure | null> {
  const { plan, frontier } = context;
  let home = plan.startUrl;
  await frontier.add([{ url: home, depth: 0, source: "start" }]);
  if (isFresh) {
    const start = await visitStart(context);
    if ("failure" in start) return start.failure;
    home = start.url;
  }
  await frontier.open(await context.memory.knownPages());
  await addSitemapPages(context, home);
  const led = addLeads(context);
  led.catch(() => undefined);
  for (let again: Task[] = []; ; ) {
    await workThrough({
      take: (state) => takeTask(context, again, state),
      work: (task) => visitPage(context, task),
      concurrency: plan.maxConcurrency,
    });
    await Promise.all([context.settling.drain(), led]);
    // Before any of these pages is visited again: what is recorded later counts.
    await context.unchanged.flush();
    if (stopReason(context)) break;
    const retries = context.retries.splice(0);
    if (retries.length > 0) await pause(plan.retryDelayMs, context.signal);
    again = [...retries, ...(await settleCanonicals(context)), ...takeMistrustedVisits(context)];
    // What was settled last may have given its place under the page limit to an address that waits.
    if (again.length === 0 && !frontier.hasNext()) break;
  }
  return siteDownFailure(context);
}

async function takeTask(context: CrawlContext, again: Task[], state: { isIdle: boolean }): Promise<Task | null> {
  if (stopReason(context) || (await isSiteDown(context))) return null;
  const task = again.shift();
  if (task) return task;
  const entry = await context.frontier.take(state);
  return entry ? { entry, attempt: 1, isItself: false } : null;
}

type StopReason = "interrupted" | "time-limit" | "site-down";

function stopReason({ signal, ports, deadline, health }: CrawlContext): StopReason | null {
  if (signal.aborted) return "interrupted";
  if (health.isDown) return "site-down";
  return ports.now() > deadline ? "time-limit" : null;
}

/** Pages that have a place under the page limit and no result. */
function countUndone({ frontier, tally }: CrawlContext): number {
  return frontier.accepted() + frontier.promised() - tally.pagesBefore() - tally.pagesDone();
}

function siteDownFailure(context: CrawlContext): CrawlFailure | null {
  if (stopReason(context) !== "site-down") return null;
  const { host } = new URL(context.plan.startUrl);
  return {
    code: "site-down",
    message: `${host} stopped answering during the crawl. We keep what we knew about the other pages.`,
  };
}

function takeAccount(
  context: CrawlContext,
  { failure, startedAt }: { failure: CrawlFailure | null; startedAt: number },
): CrawlAccount {
  const { tally, frontier, signal, proofs, traps, ports, stopwatch } = context;
  const reason = stopReason(context);
  if (reason) tally.leaveOut(reason === "time-limit" && context.isDelayed ? "crawl-delay" : reason, countUndone(context));
  frontier.accountFor(tally);
  return {
    state: signal.aborted ? "interrupted" : failure ? "failed" : "finished",
    failure,
    pages: { ...tally.pages },
    pagesBefore: tally.pagesBefore(),
    rendered: tally.read.rendered,
    notChecked: tally.notChecked(),
    blocks: tally.read.blocks,
    checkedBlocks: tally.read.checkedBlocks,
    findings: tally.read.findings,
    linksFound: tally.links.found,
    linksChecked: tally.links.checked,
    renderProofs: proofs.now,
    learnedTraps: traps.learnt(),
    ms: Math.round(ports.now() - startedAt),
    stagesMs: stopwatch.read(),
  };
}
