import { makeSnapshot } from "../core/page/make-snapshot.ts";
import type { PageLink } from "../core/page/page-content.ts";
import type { SnapshotWithText } from "../core/page/snapshot.ts";
import type { PageVisit, PreviousVisit } from "../core/page/visit.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import type { CrawlContext, Task } from "./crawl-context.ts";
import { checksTexts } from "./crawl-plan.ts";
import { discoverLinks, markNofollow } from "./discover-links.ts";
import { leadsHere } from "./duplicates.ts";
import { isTransient, outcomeOf } from "./page-outcome.ts";
import { type Reading, readPage } from "./read-page.ts";
import { NO_VALIDATORS, type SettledPage, settlePage } from "./settle-page.ts";
import { noteTrust } from "./trust.ts";

/**
 * Visits one address: reads it, puts what it leads to on the frontier, and hands it on to be checked and recorded.
 * Resolves when fetching may go on, not when the page is recorded. Rejects only when the memory does.
 */
export async function visitPage(context: CrawlContext, task: Task): Promise<void> {
  const { memory, ports, signal } = context;
  const { url } = task.entry;
  const startedAt = ports.now();
  if (!context.isInScope(url)) return await leave(context, task, { kind: "elsewhere", target: url, status: null }, startedAt);
  const previous = (await memory.previousVisits([url])).get(url) ?? null;
  const reading = await readSafely(context, url, previous);
  if (signal.aborted) return;
  if ("isTrusted" in reading && reading.isTrusted) noteTrust(context, task);
  if (reading.kind === "same") await keep(context, task, reading, previous, startedAt);
  else if (reading.kind === "read") await take(context, task, reading, previous, startedAt);
  else await leave(context, task, reading, startedAt);
}

/** A fault of ours on one page must not end the Crawl: the page counts as failed, and the fault is told to who runs the service. */
async function readSafely(context: CrawlContext, url: string, previous: PreviousVisit | null): Promise<Reading> {
  const mayBeSame = previous?.snapshot ? await isFullyChecked(context, previous.snapshot.blocks) : false;
  try {
    return await readPage(context, url, previous, mayBeSame);
  } catch (error) {
    if (!context.signal.aborted) context.ports.onFault(error, url);
    const message = "Something went wrong on our side while reading this page. It is tried again next time.";
    return { kind: "nothing", status: null, failure: { code: "internal", message } };
  }
}

/** New rules or dictionaries must see the page's text, so it cannot be settled by "not modified". */
async function isFullyChecked({ memory, ports, plan }: CrawlContext, blocks: readonly { hash: string }[]): Promise<boolean> {
  if (!checksTexts(plan)) return true;
  const hashes = [...new Set(blocks.map(({ hash }) => hash))];
  return (await memory.checkedBlocks(hashes, ports.checks.version)).size === hashes.length;
}

async function keep(
  context: CrawlContext,
  task: Task,
  reading: Extract<Reading, { kind: "same" }>,
  previous: PreviousVisit | null,
  startedAt: number,
): Promise<void> {
  const snapshot = previous?.snapshot ?? null;
  await follow(context, task, snapshot?.links ?? []);
  const visit = {
    ...startVisit(context, task, startedAt),
    outcome: "unchanged",
    status: reading.status,
    validators: reading.validators,
    rendered: previous?.rendered ?? "http",
  } as const;
  await handOn(context, { visit, snapshot, placed: [] });
}

async function take(
  context: CrawlContext,
  task: Task,
  reading: Extract<Reading, { kind: "read" }>,
  previous: PreviousVisit | null,
  startedAt: number,
): Promise<void> {
  const { content, status, rendered, validators } = reading;
  const links = content.nofollow ? markNofollow(content.links) : content.links;
  await follow(context, task, links);
  const canonical = content.canonical === null ? null : canonicalUrl(content.canonical);
  const isElsewhere = canonical !== null && canonical !== task.entry.url && context.isInScope(canonical);
  if (isElsewhere && !task.isItself && !leadsHere(context, canonical, task.entry.url)) {
    context.duplicates.set(task.entry.url, { task, canonical, ms: context.ports.now() - startedAt, status });
    context.frontier.giveBack();
    return await context.frontier.add([{ url: canonical, depth: task.entry.depth, source: "link" }]);
  }
  if (content.truncated) context.tally.leaveOut("cut-short");
  const snapshot: SnapshotWithText = makeSnapshot({ ...content, links });
  const isSame = previous?.snapshot?.contentHash === snapshot.contentHash;
  const outcome = isSame ? "unchanged" : previous?.snapshot ? "changed" : "new";
  const visit = {
    ...startVisit(context, task, startedAt),
    outcome,
    status,
    rendered,
    validators,
    snapshot: isSame ? null : snapshot,
  } as const;
  await handOn(context, { visit, snapshot, placed: snapshot.placed, pageLang: content.lang });
}

/** Nothing to read here: gone, failed, forbidden, no page, or another address's page. */
async function leave(
  context: CrawlContext,
  task: Task,
  reading: Extract<Reading, { kind: "elsewhere" | "nothing" }>,
  startedAt: number,
): Promise<void> {
  const { outcome, failure, target } = outcomeOf(reading, context.isInScope);
  const isPassing = outcome === "failed" && isTransient(failure.code, reading.status);
  context.health.failuresInARow = isPassing ? context.health.failuresInARow + 1 : 0;
  if (isPassing && task.attempt === 1) {
    context.retries.push({ ...task, attempt: 2 });
    return;
  }
  if (target !== null) await context.frontier.add([{ url: target, depth: task.entry.depth, source: "link" }]);
  const visit = { ...startVisit(context, task, startedAt), outcome, status: reading.status, failure };
  await handOn(context, { visit, snapshot: null, placed: [], target });
}

async function follow(context: CrawlContext, task: Task, links: readonly PageLink[]): Promise<void> {
  context.health.failuresInARow = 0;
  await context.frontier.add(discoverLinks(links, task.entry, context.isInScope));
}

async function handOn(context: CrawlContext, page: SettledPage): Promise<void> {
  await context.settling.push(() => settlePage(context, page));
}

function startVisit(context: CrawlContext, task: Task, startedAt: number): Omit<PageVisit, "outcome" | "status"> {
  const { url, depth } = task.entry;
  const ms = Math.round(context.ports.now() - startedAt);
  return {
    url,
    depth,
    ms,
    rendered: null,
    failure: null,
    validators: NO_VALIDATORS,
    snapshot: null,
    newBlocks: [],
    checked: [],
  };
}
