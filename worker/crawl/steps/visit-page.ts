import type { FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import { READING_VERSION } from "#worker/core/crawl/reading-version.ts";
import type { PageVisit, PreviousVisit } from "#worker/core/crawl/visit.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import type { SnapshotWithText } from "#worker/core/page/snapshot/snapshot.ts";
import { familyOf } from "#worker/core/url/address-family.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import type { CrawlContext, Task } from "../crawl-context.ts";
import { checksTexts } from "../crawl-plan.ts";
import { discoverLinks, markNofollow } from "../memo/discover-links.ts";
import { leadsHere } from "./canonicals.ts";
import { isTransient, outcomeOf } from "./page-outcome.ts";
import { type Reading, readPage } from "./read-page.ts";
import { noteRefusedSignIn, REFUSED_SIGN_IN } from "./refused-sign-in.ts";
import { noteTrustedRead } from "./render-trust.ts";
import { type SettledPage, settlePage } from "./settle-page.ts";
import { unreadVisit } from "./unread-visit.ts";

/**
 * Visits one address: reads it, puts what it leads to on the frontier, and hands it on to be checked and recorded.
 * Resolves when fetching may go on, not when the page is recorded. Rejects only when the memory does.
 */
export async function visitPage(context: CrawlContext, task: Task): Promise<void> {
  const { ports, signal } = context;
  const { url } = task.entry;
  const startedAt = ports.now();
  if (!context.isInScope(url))
    return await recordUnread(context, task, { kind: "elsewhere", target: url, status: null }, startedAt);
  const standIn = context.mirrorHosts.mainAddressOf(url);
  if (standIn !== null) {
    await context.frontier.addInstead({ url: standIn, depth: task.entry.depth, source: "link" });
    return await recordMirror(context, task, { twin: standIn, status: null, startedAt });
  }
  const previous = await context.previousVisitOf(url);
  const reading = await readSafely(context, url, previous);
  if (signal.aborted) return;
  if ("isTrusted" in reading && reading.isTrusted) noteTrustedRead(context, task);
  if (reading.kind === "same") await recordUnchanged(context, task, reading, previous, startedAt);
  else if (reading.kind === "read") await recordRead(context, task, reading, previous, startedAt);
  else await recordUnread(context, task, reading, startedAt);
}

/** A fault of ours on one page must not end the Crawl: the page counts as failed, and the fault is told to who runs the service. */
async function readSafely(context: CrawlContext, url: string, previous: PreviousVisit | null): Promise<Reading> {
  // New rules or dictionaries must see the page's text, so it cannot be settled by "not modified".
  const isFullyChecked = !checksTexts(context.plan) || previous?.checksVersion === context.ports.checks.version;
  const mayBeSame = previous?.contentHash != null && previous.readingVersion === READING_VERSION && isFullyChecked;
  try {
    const { plan } = context;
    const reading = await readPage(context, url, previous, mayBeSame);
    if (!plan.signIn) return reading;
    if (reading.kind === "read" && (await context.isSignInForm(reading, url, previous)))
      return { kind: "nothing", status: 403, failure: REFUSED_SIGN_IN };
    return noteRefusedSignIn(reading, url, url === plan.startUrl || Boolean(previous?.contentHash));
  } catch (error) {
    if (!context.signal.aborted) context.ports.onFault(error, url);
    const message = "Something went wrong on our side while we read this page. We try again next time.";
    return { kind: "nothing", status: null, failure: { code: "internal", message } };
  }
}

async function recordUnchanged(
  context: CrawlContext,
  task: Task,
  reading: Extract<Reading, { kind: "same" }>,
  previous: PreviousVisit | null,
  startedAt: number,
): Promise<void> {
  context.health.failuresInARow = 0;
  const twin = previous?.contentHash ? context.mirrorHosts.findMirrored(task.entry.url, previous.contentHash) : null;
  if (twin !== null) return await recordMirror(context, task, { twin, status: reading.status, startedAt });
  const visit = {
    ...startVisit(context, task, startedAt),
    outcome: "unchanged",
    status: reading.status,
    validators: reading.validators,
    rendered: previous?.rendered ?? "http",
    isFullyChecked: checksTexts(context.plan),
  } as const;
  // Where it leads is known from before: `unvisitedLinks` names what of that is to be visited.
  await settlePage(context, { visit, snapshot: null, placed: [] });
}

async function recordRead(
  context: CrawlContext,
  task: Task,
  reading: Extract<Reading, { kind: "read" }>,
  previous: PreviousVisit | null,
  startedAt: number,
): Promise<void> {
  const { content, status, rendered, validators } = reading;
  const links = content.nofollow ? markNofollow(content.links) : content.links;
  if (task.entry.depth === 0) for (const feed of content.feeds) context.feeds.add(feed);
  const leads = discoverLinks(links, task.entry.url, content.nofollow ? [] : content.related);
  const newLeads = await addLinks(context, task, leads);
  if (checksTexts(context.plan)) context.traps.learn(task.entry.url, { blocks: content.blocks, newLeads });
  const canonical = content.canonical === null ? null : canonicalUrl(content.canonical);
  const isElsewhere = canonical !== null && canonical !== task.entry.url && context.isInScope(canonical);
  if (isElsewhere && !task.isItself && !leadsHere(context, canonical, task.entry.url)) {
    context.canonicalClaims.set(task.entry.url, { task, canonical, ms: context.ports.now() - startedAt, status });
    context.frontier.giveBack();
    return await context.frontier.addInstead({ url: canonical, depth: task.entry.depth, source: "link" });
  }
  if (content.truncated) context.tally.leaveOut("cut-short");
  const snapshot: SnapshotWithText = makeSnapshot({ ...content, links });
  const twin = context.mirrorHosts.findMirrored(task.entry.url, snapshot.contentHash, { ...content, links });
  if (twin !== null) return await recordMirror(context, task, { twin, status, startedAt });
  const isSame = previous?.contentHash === snapshot.contentHash;
  const isSameAnswer = validators.bodyHash !== null && validators.bodyHash === previous?.validators.bodyHash;
  const isReread = previous?.contentHash != null && previous.readingVersion !== READING_VERSION && (isSame || isSameAnswer);
  const outcome = isSame ? "unchanged" : previous?.contentHash ? "changed" : "new";
  const visit = {
    ...startVisit(context, task, startedAt),
    outcome,
    status,
    rendered,
    validators,
    isReread,
    // On record a page that was read anew counts as refreshed, so that its own links get a new verdict, too.
    snapshot: isSame && !isReread && previous?.detailHash === snapshot.detailHash ? null : snapshot,
    leads,
  } as const;
  await queueRecording(context, { visit, snapshot, placed: snapshot.placed, pageLang: content.lang });
}

/** Another address says the same, and is the one that counts. */
async function recordMirror(
  context: CrawlContext,
  task: Task,
  { twin, status, startedAt }: { twin: string; status: number | null; startedAt: number },
): Promise<void> {
  const failure = {
    code: "duplicate",
    message: `This page has the same text as ${twin}, so we check that one instead.`,
  } as const;
  const visit = { ...startVisit(context, task, startedAt), outcome: "skipped", status, failure } as const;
  await queueRecording(context, { visit, snapshot: null, placed: [], target: twin });
}

/** Nothing to read here: gone, failed, forbidden, no page, or another address's page. */
async function recordUnread(
  context: CrawlContext,
  task: Task,
  reading: Extract<Reading, { kind: "elsewhere" | "nothing" }>,
  startedAt: number,
): Promise<void> {
  const { url } = task.entry;
  const { outcome, failure, target } = outcomeOf(reading, context.isInScope);
  const isPassing = outcome === "failed" && isTransient(failure.code, reading.status);
  context.health.failuresInARow = isPassing ? context.health.failuresInARow + 1 : 0;
  if (isPassing && task.attempt === 1) {
    context.retries.push({ ...task, attempt: 2 });
    return;
  }
  if (outcome === "gone") context.mirrorHosts.noteMissing(url);
  if (target !== null) await context.frontier.addInstead({ url: target, depth: task.entry.depth, source: "link" });
  const visit = { ...startVisit(context, task, startedAt), outcome, status: reading.status, failure };
  await queueRecording(context, { visit, snapshot: null, placed: [], target });
}

/** Gives those that nothing had led to before. */
async function addLinks(context: CrawlContext, task: Task, leads: readonly string[]): Promise<string[]> {
  context.health.failuresInARow = 0;
  const inScope = leads.filter((url) => !context.frontier.hasSeen(url) && context.isInScope(url));
  await context.frontier.add(inScope.map((url) => ({ url, depth: depthOf(url, task.entry), source: "link" })));
  return inScope;
}

/** The next part of the same list is as far from the start page as this one: an article on page 90 of a blog is not 90 clicks away for us. */
function depthOf(url: string, from: FrontierEntry): number {
  const family = familyOf(url);
  const isSameList = family?.kind === "list" && family.key === familyOf(from.url)?.key;
  return isSameList ? from.depth : from.depth + 1;
}

async function queueRecording(context: CrawlContext, page: SettledPage): Promise<void> {
  await context.settling.push(() => settlePage(context, page));
}

function startVisit(context: CrawlContext, task: Task, startedAt: number): Omit<PageVisit, "outcome" | "status"> {
  const { url, depth } = task.entry;
  const ms = Math.round(context.ports.now() - startedAt);
  return { ...unreadVisit(), url, depth, ms };
}
