import { READING_VERSION } from "#worker/core/crawl/reading-version.ts";
import type { PageVisit, PreviousVisit, Validators } from "#worker/core/crawl/visit.ts";
import { shownContent } from "#worker/core/page/extract/shown-content.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import type { Snapshot, SnapshotWithText } from "#worker/core/page/snapshot/snapshot.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import type { CrawlContext, PlanFields, Ports } from "../crawl-context.ts";
import { checksTexts, readsTexts } from "../crawl-plan.ts";
import { contentHashesAt } from "../memo/moved-page.ts";
import type { SettledPage } from "../settled-page.ts";
import { duplicateOf, leadsHere, readAt } from "./canonicals.ts";
import { followLinks } from "./follow-links.ts";
import { type HoldContext, itemsOfReading, noteKnownPage, recordUnlessHeld } from "./hold-changed.ts";
import { recordUnlessMissing } from "./hold-missing.ts";
import { isTransient, outcomeOf } from "./page-outcome.ts";
import type { Reading } from "./read-page.ts";
import { type SettleContext, settlePage } from "./settle-page.ts";
import { unreadVisit } from "./unread-visit.ts";
import type { MirrorReading, Visit } from "./visit.ts";

export type RecordContext = HoldContext &
  PlanFields<"only" | "browser"> &
  Ports<"now"> &
  Pick<
    CrawlContext,
    | "isInScope"
    | "isMistakenTarget"
    | "fileLeads"
    | "traps"
    | "feeds"
    | "retries"
    | "canonicalClaims"
    | "health"
    | "mirrorHosts"
    | "keyCopies"
    | "previousVisitOf"
    | "settling"
    | "beingChecked"
  >;

type PageRead = Extract<Reading, { kind: "read" }>;
type SamePage = Extract<Reading, { kind: "same" }>;
type NothingRead = Extract<Reading, { kind: "elsewhere" | "nothing" }>;

/** Draws the consequences of a visit and hands it on to be checked and recorded. Resolves when fetching may go on. */
export async function recordVisit(context: RecordContext, visit: Visit): Promise<void> {
  const { reading } = visit;
  switch (reading.kind) {
    case "read":
      return await recordRead(context, { ...visit, reading });
    case "same":
      return await recordUnchanged(context, { ...visit, reading });
    case "mirror":
      return await recordMirror(context, { ...visit, reading });
    default:
      return await recordUnread(context, { ...visit, reading });
  }
}

async function recordUnchanged(context: RecordContext, visit: Visit<SamePage>): Promise<void> {
  const { task, previous, reading } = visit;
  const { status, validators } = reading;
  context.health.failuresInARow = 0;
  noteKnownPage(context, previous);
  const original = previous?.contentHash ? context.mirrorHosts.findMirrored(task.entry.url, previous.contentHash) : null;
  if (original !== null) return await recordMirror(context, { ...visit, reading: { kind: "mirror", original, status } });
  const { contentHash = null, detailHash = null } = previous ?? {};
  if (contentHash !== null && detailHash !== null) context.keyCopies.note(task.entry.url, { contentHash, detailHash });
  const unchanged: PageVisit = {
    ...startRecord(context, visit),
    outcome: "unchanged",
    status,
    validators,
    rendered: previous?.rendered ?? "http",
    isFullyChecked: checksTexts(context.plan),
  };
  // The addresses that it leads to are on record: `unvisitedLinks` names those still to visit.
  await settlePage(context, { visit: unchanged, snapshot: null, placed: [] });
}

async function recordRead(context: RecordContext, visit: Visit<PageRead>): Promise<void> {
  const { task, previous, reading } = visit;
  const { status, rendered, validators } = reading;
  context.health.failuresInARow = 0;
  const copied = context.traps.folders.originalOf(task.entry.url, reading.content);
  if (copied !== null) return await recordCopy(context, visit, { original: copied, code: "trap-folders" });
  const repeated = context.traps.parameters.repeatedBy(task.entry.url, reading.content);
  takeFromTraps(context, task.entry.depth);
  if (repeated !== null) return await recordCopy(context, visit, { original: repeated, code: "trap-parameters" });
  const same = task.isItself ? null : context.traps.paths.copiedBy(task.entry.url, reading.content);
  takeFromTraps(context, task.entry.depth);
  if (same !== null) return await recordCopy(context, visit, { original: same, code: "trap-list" });
  const { content } = reading;
  const leads = await followLinks(context, task.entry, content);
  if (await isLeftToCanonical(context, visit, content)) return;
  const shown = readsTexts(context.plan) ? shownContent(content) : "text";
  if (shown === "nothing")
    return await recordUnread(context, { ...visit, reading: { kind: "nothing", status, failure: SHOWED_NOTHING } });
  if (shown === "no-text") context.tally.leaveOut("no-text", 1, task.entry.url);
  if (content.truncated) context.tally.leaveOut("cut-short");
  const { parameters, paths } = context.traps;
  const snapshot: SnapshotWithText = makeSnapshot(content, (target) => paths.withoutPart(parameters.withoutIdle(target)));
  const mirrored = context.mirrorHosts.findMirrored(task.entry.url, snapshot.contentHash, content);
  const original = mirrored ?? (previous?.contentHash ? null : context.keyCopies.find(task.entry.url, snapshot, content));
  if (original !== null) return await recordMirror(context, { ...visit, reading: { kind: "mirror", original, status } });
  const compared = compareWithPrevious(previous, snapshot, validators);
  if (compared.outcome === "unchanged") context.keyCopies.note(task.entry.url, snapshot);
  const read: PageVisit = { ...startRecord(context, visit), ...compared, status, rendered, validators, leads };
  const page = { visit: read, snapshot, placed: snapshot.placed, pageLang: content.lang };
  noteKnownPage(context, previous);
  if (compared.outcome !== "changed" || compared.isReread) return await queueRecording(context, page);
  await recordUnlessHeld(context, page, previous, itemsOfReading(reading));
}

/** Visits what the traps want to know, and once more, without a request, the pages that they now know as copies. */
function takeFromTraps(
  { traps, frontier, retries }: Pick<CrawlContext, "traps" | "frontier" | "retries">,
  depth: number,
): void {
  const { parameters, paths } = traps;
  frontier.add(parameters.takeTrials().map((url) => ({ url, depth, source: "link" })));
  for (const url of [...parameters.takeReplaced(), ...paths.takeReplaced()])
    retries.push({ entry: { url, depth, source: "link" }, attempt: 2, isItself: false });
}

/** Leaves a page to its canonical address, if that says the same or is not read yet. Returns false for a page that is recorded as itself. */
async function isLeftToCanonical(context: RecordContext, visit: Visit<PageRead>, content: PageContent): Promise<boolean> {
  const { url } = visit.task.entry;
  const canonical = canonicalElsewhere(context, visit);
  if (canonical === null) return false;
  const original = await readAt(context, canonical);
  if (original === null) {
    if (!visit.task.isItself) await claimCanonical(context, visit, { canonical, content });
    return !visit.task.isItself;
  }
  const { contentHash } = original;
  if (contentHash === null || !contentHashesAt(content, url, original.url).includes(contentHash)) return false;
  const { status } = visit.reading;
  await recordWithoutText(context, visit, { outcome: "skipped", failure: duplicateOf(canonical), status }, canonical);
  return true;
}

/** A page without anything on it was hardly made so: its program failed, or it turned us away. Nothing is known about its text. */
const SHOWED_NOTHING: PageFailure = {
  code: "no-text",
  message:
    "It showed nothing: no text, no pictures and no links. Open it in a private browser window to see what visitors get.",
};

/** Returns what a page's new text means for its record, by what the last Crawl knew. */
function compareWithPrevious(
  previous: PreviousVisit | null,
  snapshot: SnapshotWithText,
  validators: Validators,
): { outcome: "new" | "changed" | "unchanged"; isReread: boolean; snapshot: Snapshot | null } {
  const isSame = previous?.contentHash === snapshot.contentHash;
  const isSameAnswer = validators.bodyHash !== null && validators.bodyHash === previous?.validators.bodyHash;
  const isReread = previous?.contentHash != null && previous.readingVersion !== READING_VERSION && (isSame || isSameAnswer);
  const outcome = isSame ? "unchanged" : previous?.contentHash ? "changed" : "new";
  // A reread page gets its Snapshot recorded even if it is the same, so that its links get a new verdict, too.
  const isKept = isSame && !isReread && previous?.detailHash === snapshot.detailHash;
  return { outcome, isReread, snapshot: isKept ? null : snapshot };
}

/** Returns the in-scope address that a page names as canonical in place of its own, or null. */
function canonicalElsewhere(
  context: Pick<CrawlContext, "isInScope" | "canonicalClaims" | "visited">,
  { task, reading }: Visit<PageRead>,
): string | null {
  const canonical = namedCanonical(reading.content);
  if (canonical === null || canonical === task.entry.url || !context.isInScope(canonical)) return null;
  return leadsHere(context, canonical, task.entry.url) ? null : canonical;
}

function namedCanonical({ canonical }: PageContent): string | null {
  return canonical === null ? null : canonicalUrl(canonical);
}

/** Holds a page back until its canonical address was visited, which gets its place under the page limit. */
async function claimCanonical(
  { canonicalClaims, frontier, ports }: Ports<"now"> & Pick<CrawlContext, "canonicalClaims" | "frontier">,
  { task, startedAt, reading: { status } }: Visit<PageRead>,
  { canonical, content }: { canonical: string; content: PageContent },
): Promise<void> {
  const { url } = task.entry;
  const contentHashes = contentHashesAt(content, url, canonical);
  canonicalClaims.set(url, { task, canonical, contentHashes, ms: ports.now() - startedAt, status });
  frontier.giveBack();
  await frontier.addInstead({ url: canonical, depth: task.entry.depth, source: "link" });
}

async function recordMirror(context: RecordContext, visit: Visit<MirrorReading>): Promise<void> {
  const { original, status } = visit.reading;
  const message = `This page has the same text as ${original}, so we check that one instead.`;
  await recordWithoutText(context, visit, { outcome: "skipped", failure: { code: "duplicate", message }, status }, original);
}

/** Records the copy of a page in a deeper folder, under another parameter or path. Its links are those of the original. */
async function recordCopy(
  context: RecordContext,
  visit: Visit<PageRead>,
  { original, code }: { original: string; code: "trap-folders" | "trap-parameters" | "trap-list" },
): Promise<void> {
  const { url } = visit.task.entry;
  context.tally.leaveOut(code, 1, url);
  await recordMirror(context, { ...visit, reading: { kind: "mirror", original, status: visit.reading.status } });
}

/** Records an address with nothing to read: gone, failed, forbidden, no page, or a redirect. */
async function recordUnread(context: RecordContext, visit: Visit<NothingRead>): Promise<void> {
  const { health, retries, mirrorHosts, frontier, traps } = context;
  const { task, reading } = visit;
  const { url, depth } = task.entry;
  const { status } = reading;
  const { outcome, failure, target } = outcomeOf(reading, context.isInScope);
  const isPassing = outcome === "failed" && isTransient(failure.code, status);
  health.failuresInARow = isPassing ? health.failuresInARow + 1 : 0;
  // Its failure is mailed at once, and a site that is just being updated may lack it for some seconds.
  const isStartGone = outcome === "gone" && url === context.plan.startUrl && Boolean(visit.previous?.contentHash);
  if ((isPassing || isStartGone) && task.attempt === 1) {
    retries.push({ ...task, attempt: 2 });
    return;
  }
  if (outcome === "gone") {
    mirrorHosts.noteMissing(url);
    traps.folders.noteMissing(url);
  }
  if (target !== null) await frontier.addInstead({ url: target, depth, source: "link" });
  if (reading.kind === "elsewhere" && (target !== null || url !== context.plan.startUrl)) {
    noteKnownPage(context, visit.previous);
    const unread = { ...startRecord(context, visit), outcome, failure, status };
    return await recordUnlessHeld(
      context,
      { visit: unread, snapshot: null, placed: [], target },
      visit.previous,
      itemsOfReading(reading),
    );
  }
  if (outcome !== "failed" && failure.code !== "robots" && visit.previous?.contentHash) {
    noteKnownPage(context, visit.previous);
    const missing = { ...startRecord(context, visit), outcome, failure, status };
    return await recordUnlessMissing(context, { visit: missing, snapshot: null, placed: [], target });
  }
  await recordWithoutText(context, visit, { outcome, failure, status }, target);
}

async function recordWithoutText(
  context: QueueContext,
  visit: Visit,
  result: Pick<PageVisit, "outcome" | "failure" | "status">,
  target: string | null,
): Promise<void> {
  const unread = { ...startRecord(context, visit), ...result };
  // A page that waited for its canonical address gave its place back then.
  await queueRecording(context, { visit: unread, snapshot: null, placed: [], target, isGivenBack: visit.task.isItself });
}

function startRecord({ ports }: Ports<"now">, { task, startedAt }: Visit) {
  return unreadVisit(task.entry, ports.now() - startedAt);
}

type QueueContext = SettleContext & Ports<"now"> & Pick<CrawlContext, "settling" | "beingChecked">;

async function queueRecording(context: QueueContext, page: SettledPage): Promise<void> {
  const { settling, beingChecked } = context;
  const { url } = page.visit;
  if (page.placed.length > 0) beingChecked.add(url);
  await settling.push(() => settlePage(context, page).finally(() => beingChecked.delete(url)));
}
