import { fragmentOf } from "#worker/core/checks/links/fragment.ts";
import { isWorking } from "#worker/core/checks/links/is-working.ts";
import { isContact, judgeContact } from "#worker/core/checks/links/judge/judge-contact.ts";
import { type CopiedTarget, judgeCopies } from "#worker/core/checks/links/judge/judge-copies.ts";
import { judgeMalformed } from "#worker/core/checks/links/judge/judge-malformed.ts";
import { faultyAnswer, SOFT_404_REASON, verdictOf, workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { mistakenVerdict } from "#worker/core/checks/links/mistaken-target.ts";
import { needsFile, type TargetUse } from "#worker/core/checks/links/target-use.ts";
import { familyOf } from "#worker/core/url/address-family.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import { makeIsIgnored } from "#worker/core/url/ignored-links.ts";
import type { CrawlContext, PlanFields, Ports } from "../crawl-context.ts";
import { actsSignedIn, deniedVerdict, mayRequestTarget } from "../memo/may-request-target.ts";
import { isReadOutcome } from "./page-outcome.ts";
import { type LateTargets, requestLinks } from "./request-links.ts";

/** Verdicts recorded at a time. */
const BATCH = 500;
/** Targets whose pages' anchors are loaded at a time. Targets are sorted by address, so most targets on one page come together. */
const ANCHORS_BATCH = 200;
/** Targets requested of one family of endless addresses. The others are as little worth a request as a visit. */
const MOST_OF_TRAP = 100;

type RecordContext = Pick<CrawlContext, "memory" | "tally" | "reportProgress" | "isInScope" | "isMistakenTarget">;
type ReadPagesContext = PlanFields<"startUrl"> & Pick<CrawlContext, "visited" | "traps">;
type JudgeContext = RecordContext & ReadPagesContext & PlanFields<"ignoredLinks">;
type RobotsContext = PlanFields<"signIn" | "startUrl"> & Pick<CrawlContext, "isInScope" | "robotsOf" | "memory">;
type LinksContext = JudgeContext &
  RobotsContext &
  PlanFields<"only" | "lateAfterMs" | "onlyPages"> &
  Ports<"checkLinks" | "now"> &
  Pick<CrawlContext, "signal" | "deadline" | "stopwatch" | "linkPrefetch">;

/**
 * Gives every link target of the Site's pages a verdict: pages that this Crawl read work, and the other targets are requested. Returns
 * those whose verdicts are late, if any.
 */
export async function visitLinks(context: LinksContext): Promise<LateTargets | null> {
  const { plan, tally, stopwatch } = context;
  if (!plan.only.includes("links")) return null;
  const uses = new Map<string, TargetUse>();
  const { allowed, disallowed, acting } = await sortByRobots(
    context,
    await stopwatch.time("record", () => judgeKnown(context, uses)),
  );
  await record(context, refused(context, acting));
  await record(context, refused(context, disallowed), "links-robots");
  const late = await stopwatch.time("links", () =>
    requestLinks(context, { targets: allowed, findUse: (target) => uses.get(target) ?? null }, (verdicts) =>
      record(context, verdicts),
    ),
  );
  const countLeft = () => tally.leaveOut("links-left", tally.links.found - tally.links.checked);
  if (!late) countLeft();
  return late && { targets: late.targets, done: late.done.finally(countLeft) };
}

/** Records the verdicts that need no request, and returns the other targets. Adds to `uses` how pages load them. */
async function judgeKnown(context: JudgeContext, uses: Map<string, TargetUse>): Promise<string[]> {
  const { memory, tally, plan, traps } = context;
  const isIgnored = makeIsIgnored(plan.ignoredLinks ?? []);
  const toRequest: string[] = [];
  const copies: CopiedTarget[] = [];
  const isLeft = makeIsLeft(context);
  for await (const { targets: used, known, uses: ofBatch } of memory.linkTargets()) {
    for (const [target, use] of ofBatch) uses.set(target, use);
    const targets = used.filter((target) => !isIgnored(target));
    tally.links.found += known + targets.length;
    tally.links.checked += known;
    const judged: LinkVerdict[] = [];
    const read: string[] = [];
    const left: string[] = [];
    for (const target of targets) {
      const verdict = judgeUnrequested(target);
      const copy = verdict ? null : traps.folders.copyAt(target);
      if (verdict) judged.push(verdict);
      else if (copy) copies.push({ ...copy, target });
      else if (isReadPage(context, target) && !needsFile(uses.get(target)?.needs)) read.push(target);
      else (isLeft(target) ? left : toRequest).push(target);
    }
    await record(context, judged);
    await record(
      context,
      left.map((target) => verdictOf(target, faultyAnswer("links/unknown", ENDLESS))),
      null,
    );
    await record(context, await verdictsOfReadPages(context, read));
  }
  await record(context, judgeCopies(copies));
  return toRequest;
}

const ENDLESS = "This address belongs to an endless list, of which we checked only a part.";

/** Returns a function that is true for targets of a trap that would cost too many requests. Call it once for each target. */
function makeIsLeft({ traps, isInScope }: Pick<JudgeContext, "traps" | "isInScope">): (target: string) => boolean {
  const counts = new Map<string, number>();
  return (target) => {
    if (!isInScope(target) || traps.judgeAgain(target) === null) return false;
    const key = familyOf(target)?.key ?? "";
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > MOST_OF_TRAP;
  };
}

/** `unknownAs`: the reason in the account for targets whose state is unknown; null for those that it names already. */
async function record(
  context: RecordContext,
  found: LinkVerdict[],
  unknownAs: "link-unknown" | "links-robots" | null = "link-unknown",
): Promise<void> {
  const { memory, tally, reportProgress } = context;
  const verdicts = await Promise.all(found.map((verdict) => doubtMistaken(context, verdict)));
  for (let index = 0; index < verdicts.length; index += BATCH) {
    const part = verdicts.slice(index, index + BATCH);
    await memory.recordVerdicts(part);
    tally.links.checked += part.length;
    if (unknownAs) tally.leaveOut(unknownAs, part.filter(({ state }) => state === "unknown").length);
    reportProgress();
  }
}

/** Doubts that a link without its scheme works: a server that answers everything answers it, too. */
async function doubtMistaken(
  { isInScope, isMistakenTarget }: Pick<CrawlContext, "isInScope" | "isMistakenTarget">,
  verdict: LinkVerdict,
): Promise<LinkVerdict> {
  if (!isWorking(verdict) || !isInScope(verdict.url)) return verdict;
  return (await isMistakenTarget(verdict.url)) ? mistakenVerdict(verdict) : verdict;
}

/** Judges what cannot be requested: a mail address, a telephone number, a malformed address. Returns null for all others. */
function judgeUnrequested(target: string): LinkVerdict | null {
  return isContact(target) ? judgeContact(target) : judgeMalformed(target);
}

type Sorted = { allowed: string[]; disallowed: string[]; acting: string[] };

/**
 * Sorts targets by what we may request. Files that a page loads by itself are requested even where robots.txt disallows them, as by every
 * visitor's browser: that file is for crawlers that look for pages, and a missing picture is a fault of the page.
 */
async function sortByRobots(context: RobotsContext, targets: string[]): Promise<Sorted> {
  const sorted: Sorted = { allowed: [], disallowed: [], acting: [] };
  for (const target of targets)
    if (actsSignedIn(context.plan, target)) sorted.acting.push(target);
    else ((await mayRequestTarget(context, target)) ? sorted.allowed : sorted.disallowed).push(target);
  if (sorted.disallowed.length === 0) return sorted;
  const files = await context.memory.filesOfPages(sorted.disallowed);
  const [parts, pages] = [true, false].map((isFile) => sorted.disallowed.filter((target) => files.has(target) === isFile));
  return { ...sorted, allowed: [...sorted.allowed, ...(parts ?? [])], disallowed: pages ?? [] };
}

function refused(context: RobotsContext, targets: string[]): LinkVerdict[] {
  return targets.map((target) => deniedVerdict(context, target));
}

function isReadPage({ visited, plan, traps }: ReadPagesContext, target: string): boolean {
  // An http link to a page of an https site is requested, to see whether the server redirects it.
  if (target.startsWith("http:") && plan.startUrl.startsWith("https:")) return false;
  return isReadOutcome(visited.get(pageOf({ traps }, target))?.outcome);
}

/** Judges links to pages that were read: they work, unless the page is a soft 404 or lacks the anchor. The memory knows their anchors. */
async function verdictsOfReadPages(
  { memory, visited, traps }: Pick<CrawlContext, "memory" | "visited" | "traps">,
  targets: string[],
): Promise<LinkVerdict[]> {
  const verdicts: LinkVerdict[] = [];
  for (let index = 0; index < targets.length; index += ANCHORS_BATCH) {
    const part = targets.slice(index, index + ANCHORS_BATCH).map((target) => {
      const page = pageOf({ traps }, target);
      return { target, page, isSoft404: visited.get(page)?.isSoft404, hasAnchor: fragmentOf(target) !== null };
    });
    const anchors = await memory.anchorsOf([...new Set(part.filter(({ hasAnchor }) => hasAnchor).map(({ page }) => page))]);
    const unseen = part.filter(({ isSoft404 }) => isSoft404 === undefined).map(({ target }) => target);
    const knownSoft404s = await memory.soft404s(unseen);
    for (const { target, page, isSoft404 = knownSoft404s.has(target) } of part) {
      const answer = isSoft404
        ? faultyAnswer("links/gone-soft", SOFT_404_REASON, { status: 200 })
        : workingAnswer({}, anchors.get(page) ?? null);
      verdicts.push(verdictOf(target, answer));
    }
  }
  return verdicts;
}

/** Returns the address of the page that a link leads to, under which it is on record. */
function pageOf({ traps }: Pick<CrawlContext, "traps">, target: string): string {
  return traps.parameters.standIn(canonicalUrl(target) ?? target);
}
