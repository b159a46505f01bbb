import { pause } from "#worker/async/pause.ts";
import { workThrough } from "#worker/async/work-through.ts";
import type { FrontierEntry } from "../core/crawl/crawl-memory.ts";
import { listNotChecked } from "../core/report/not-checked.ts";
import type { CrawlContext, PlanFields, Ports, Task } from "./crawl-context.ts";
import type { CrawlAccount, CrawlFailure, CrawlPlan } from "./crawl-plan.ts";
import type { CrawlPorts } from "./crawl-ports.ts";
import { createCrawlContext } from "./create-crawl-context.ts";
import { settleCanonicals } from "./steps/canonicals.ts";
import { failureOfPages } from "./steps/failure-of-pages.ts";
import { judgeHeldPages } from "./steps/hold-changed.ts";
import { judgeMissingPages } from "./steps/hold-missing.ts";
import { limitRepeats } from "./steps/limit-repeats.ts";
import { recordSitemaps } from "./steps/record-sitemaps.ts";
import { takeMistrustedVisits } from "./steps/render-trust.ts";
import type { LateTargets } from "./steps/request-links.ts";
import { addLeads, addSitemapPages, resumeFrontier } from "./steps/seed-frontier.ts";
import { type HealthContext, isSiteDown } from "./steps/site-health.ts";
import { visitLinks } from "./steps/visit-links.ts";
import { visitPage } from "./steps/visit-page.ts";
import { visitStart } from "./steps/visit-start.ts";

/**
 * Visits a Site once.
 * 1. Continues where an earlier run of the same Crawl was cut off, or begins with the start page. If that cannot be read, the Crawl fails.
 * 2. Visits known pages, pages in sitemaps and pages that others link to, each once, a few at a time, and checks them meanwhile.
 * 3. Visits again: pages that failed for a passing reason, once more; pages whose canonical address is broken, as themselves; and pages
 *    read without the browser, where another page of their template turned out to say more in it.
 *    A Crawl of single pages visits only these, and where they lead instead; without sitemaps and links to other pages.
 * 4. Gives the link targets their verdicts, from the visits or by requests.
 * The memory has every result as soon as it is known; the account says what was checked and what was not.
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
  // What the Crawl waits for changes also while nothing ends.
  const telling = setInterval(context.reportProgress, WAIT_SHOWN_EVERY_MS);
  try {
    await resumeFrontier(context);
    const failure = plan.onlyPages
      ? await visitOnly(context, plan.onlyPages)
      : await visitPages(context, context.tally.pagesBefore() === 0);
    const late = failure || context.signal.aborted ? null : await checkLinksOf(context);
    ports.onProgress({ ...context.tally.progress(context.frontier.accepted()), waitsFor: null });
    return takeAccount(context, { failure, startedAt, late });
  } catch (error) {
    broken.abort(error);
    throw error;
  } finally {
    clearInterval(telling);
    await context.linkPrefetch.stop();
  }
}

const WAIT_SHOWN_EVERY_MS = 1_000;

async function checkLinksOf(context: CrawlContext): Promise<LateTargets | null> {
  if (!context.plan.onlyPages) await recordSitemaps(context);
  return await visitLinks(context);
}

/** Visits the pages that a person asked for, and where they lead instead. */
async function visitOnly(context: CrawlContext, pages: readonly FrontierEntry[]): Promise<CrawlFailure | null> {
  await context.frontier.open([...pages]);
  await visitAll(context, Promise.resolve());
  return siteFailure(context) ?? (context.signal.aborted ? null : failureOfPages(context));
}

/** Visits the pages of the whole Site. */
async function visitPages(context: CrawlContext, isFresh: boolean): Promise<CrawlFailure | null> {
  const { plan, frontier } = context;
  let home = plan.startUrl;
  frontier.add([{ url: home, depth: 0, source: "start" }]);
  const known = await context.memory.knownPages();
  context.traps.parameters.noteKnown(known.map(({ url }) => url));
  if (isFresh) {
    const start = await visitStart(context);
    if ("failure" in start) return start.failure;
    home = start.url;
  }
  context.sitemaps.hadPages = isFresh && known.some(({ url }) => url !== home && !context.visited.has(url));
  await frontier.open(known);
  await addSitemapPages(context, home);
  const leads = addLeads(context);
  // Its fault is thrown below, where it is awaited; until then it must not count as unhandled.
  leads.catch(() => undefined);
  await visitAll(context, leads);
  return siteFailure(context);
}

/** Visits all pages of the frontier, some of them twice. It takes the whole context because it runs every step. */
async function visitAll(context: CrawlContext, leads: Promise<void>): Promise<void> {
  const { plan, frontier } = context;
  for (let again: Task[] = []; ; ) {
    await workThrough({
      take: (state) => takeTask(context, again, state),
      work: (task) => visitPage(context, task),
      concurrency: plan.maxConcurrency,
    });
    await leads;
    await judgeHeldPages(context);
    await context.settling.drain();
    if (!stopReason(context)) await judgeMissingPages(context);
    await context.settling.drain();
    // Before any of these pages is visited again, because the later record wins.
    await context.unchanged.flush();
    if (stopReason(context)) break;
    const retries = context.retries.splice(0);
    if (retries.length > 0) await pause(plan.retryDelayMs, context.signal);
    frontier.add(await context.fileLeads.takePages());
    again = limitRepeats(context, [...retries, ...(await settleCanonicals(context)), ...takeMistrustedVisits(context)]);
    // The pages settled last may have freed places under the page limit for addresses that wait.
    if (again.length === 0 && !frontier.hasNext()) break;
  }
}

type TakeContext = StopContext & HealthContext & Pick<CrawlContext, "frontier">;

async function takeTask(context: TakeContext, again: Task[], state: { isIdle: boolean }): Promise<Task | null> {
  if (stopReason(context) || (await isSiteDown(context))) return null;
  const task = again.shift();
  if (task) return task;
  const entry = await context.frontier.take(state);
  return entry ? { entry, attempt: 1, isItself: false } : null;
}

type StopReason = "interrupted" | "time-limit" | "site-down" | "same-text" | "pages-missing";
type StopContext = Ports<"now"> & Pick<CrawlContext, "signal" | "deadline" | "health" | "sameText" | "missing">;

function stopReason({ signal, ports, deadline, health, sameText, missing }: StopContext): StopReason | null {
  if (signal.aborted) return "interrupted";
  if (health.isDown) return "site-down";
  if (sameText.isEverywhere) return "same-text";
  if (missing.areMost) return "pages-missing";
  return ports.now() > deadline ? "time-limit" : null;
}

/** Counts the pages that have a place under the page limit and no result. */
function countUndone({ frontier, tally }: Pick<CrawlContext, "frontier" | "tally">): number {
  return frontier.accepted() + frontier.promised() - tally.pagesBefore() - tally.pagesDone();
}

function siteFailure(context: StopContext & PlanFields<"startUrl">): CrawlFailure | null {
  const reason = stopReason(context);
  const { host } = new URL(context.plan.startUrl);
  if (reason === "same-text") return sameTextFailure(host, context.sameText.example);
  if (context.missing.areMost) return missingFailure(host, context.missing.areMost);
  if (reason !== "site-down") return null;
  return {
    code: "site-down",
    message: `${host} stopped answering during the crawl. We keep what we knew about the other pages.`,
  };
}

const LONGEST_EXAMPLE = 120;

function sameTextFailure(host: string, example: string | null): CrawlFailure {
  const shown =
    example && example.length > LONGEST_EXAMPLE ? `${example.slice(0, LONGEST_EXAMPLE)}…` : example?.replace(/\.$/u, "");
  const says = shown ? `showed the same text on every page: “${shown}”` : "led every page to the same address";
  return {
    code: "same-text",
    message: `${host} ${says}. We keep what we knew about your pages. If visitors see them as usual, allow “FlawlessBot” in your firewall.`,
  };
}

function missingFailure(host: string, { count, of, example }: NonNullable<CrawlContext["missing"]["areMost"]>): CrawlFailure {
  return {
    code: "pages-missing",
    message: `${count} of the ${of} pages that we know on ${host} are suddenly missing, such as ${example}, and other pages still link to them. We keep what we knew and look again at the next crawl. If you removed them, you need not do anything.`,
  };
}

type AccountContext = StopContext & Pick<CrawlContext, "tally" | "frontier" | "proofs" | "traps" | "stopwatch" | "crawlDelay">;

function takeAccount(
  context: AccountContext,
  { failure, startedAt, late }: { failure: CrawlFailure | null; startedAt: number; late: LateTargets | null },
): CrawlAccount {
  const { tally, frontier, signal, proofs, traps, ports, stopwatch, crawlDelay } = context;
  const reason = stopReason(context);
  if (reason) tally.leaveOut(reason === "time-limit" && crawlDelay.isRequired ? "crawl-delay" : reason, countUndone(context));
  frontier.accountFor(tally);
  return {
    state: signal.aborted ? "interrupted" : failure ? "failed" : "finished",
    failure,
    pages: { ...tally.pages },
    pagesBefore: tally.pagesBefore(),
    rendered: tally.read.rendered,
    notChecked: [...tally.notChecked(), ...listNotChecked(new Map([["links-pending", { count: late?.targets.length ?? 0 }]]))],
    blocks: tally.read.blocks,
    checkedBlocks: tally.read.checkedBlocks,
    findings: tally.read.findings,
    linksFound: tally.links.found,
    linksChecked: tally.links.checked,
    renderProofs: proofs.now,
    learnedTraps: traps.learnt(),
    late: late && {
      targets: late.targets,
      finish: async () => {
        const targets = await late.done;
        return { targets, notChecked: tally.notChecked(), linksFound: tally.links.found, linksChecked: tally.links.checked };
      },
    },
    ms: Math.round(ports.now() - startedAt),
    stagesMs: stopwatch.read(),
  };
}
