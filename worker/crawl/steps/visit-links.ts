import { fragmentOf } from "#worker/core/checks/links/fragment.ts";
import { isContact, judgeContact } from "#worker/core/checks/links/judge-contact.ts";
import { judgeMalformed } from "#worker/core/checks/links/judge-malformed.ts";
import { faultyAnswer, SOFT_404_REASON, verdictOf, workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import { makeIsIgnored } from "#worker/core/url/ignored-links.ts";
import type { CrawlContext } from "../crawl-context.ts";
import { deniedVerdict, mayAskTarget } from "../memo/may-ask-target.ts";
import { isReadOutcome } from "./page-outcome.ts";

/** Verdicts recorded at a time. */
const BATCH = 500;
/** Targets whose pages' places are in hand at a time. Targets come in the order of their addresses, so that most of a page's are together. */
const ANCHORS_BATCH = 200;

/** Gives every link target of the Site's pages a verdict: those that are pages read in this Crawl work; the others are asked. */
export async function visitLinks(context: CrawlContext): Promise<void> {
  const { ports, plan, signal, tally, stopwatch } = context;
  if (!plan.only.includes("links")) return;
  const timeLeft = AbortSignal.timeout(Math.max(0, Math.ceil(context.deadline - ports.now())));
  const { allowed, denied } = await sortByRobots(context, await stopwatch.time("record", () => judgeKnown(context)));
  const refused = denied.map((target) => deniedVerdict(context, target));
  await record(context, refused);
  await stopwatch.time("links", async () => {
    await context.linkPrefetch.finish();
    const batch: LinkVerdict[] = [];
    const wasMissing = (address: string) => context.visited.get(canonicalUrl(address) ?? "")?.outcome === "gone";
    for await (const verdict of ports.checkLinks(allowed, AbortSignal.any([signal, timeLeft]), wasMissing)) {
      batch.push(verdict);
      if (batch.length >= BATCH) await record(context, batch.splice(0));
    }
    await record(context, batch);
  });
  tally.leaveOut("links-left", tally.links.found - tally.links.checked);
}

/** Records the verdicts that need no asking. Gives the other targets. */
async function judgeKnown(context: CrawlContext): Promise<string[]> {
  const { memory, tally, plan } = context;
  const isIgnored = makeIsIgnored(plan.ignoredLinks ?? []);
  const toAsk: string[] = [];
  for await (const { targets: used, known } of memory.linkTargets()) {
    const targets = used.filter((target) => !isIgnored(target));
    tally.links.found += known + targets.length;
    tally.links.checked += known;
    const judged: LinkVerdict[] = [];
    const read: string[] = [];
    for (const target of targets) {
      const verdict = judgeAsItStands(target);
      if (verdict) judged.push(verdict);
      else (isReadPage(context, target) ? read : toAsk).push(target);
    }
    await record(context, judged);
    await record(context, await verdictsOfReadPages(context, read));
  }
  return toAsk;
}

async function record({ memory, tally, reportProgress }: CrawlContext, verdicts: LinkVerdict[]): Promise<void> {
  for (let index = 0; index < verdicts.length; index += BATCH) {
    const part = verdicts.slice(index, index + BATCH);
    await memory.recordVerdicts(part);
    tally.links.checked += part.length;
    tally.leaveOut("link-unknown", part.filter(({ state }) => state === "unknown").length);
    reportProgress();
  }
}

/** The verdict on what is not for asking: a mail address, a telephone number, what is no address at all. Null where it is. */
function judgeAsItStands(target: string): LinkVerdict | null {
  return isContact(target) ? judgeContact(target) : judgeMalformed(target);
}

async function sortByRobots(context: CrawlContext, targets: string[]) {
  const sorted: { allowed: string[]; denied: string[] } = { allowed: [], denied: [] };
  for (const target of targets) ((await mayAskTarget(context, target)) ? sorted.allowed : sorted.denied).push(target);
  return sorted;
}

function isReadPage({ visited, plan }: CrawlContext, target: string): boolean {
  // A secure site's page that is linked with http is asked for, to see whether that leads to https.
  if (target.startsWith("http:") && plan.startUrl.startsWith("https:")) return false;
  return isReadOutcome(visited.get(canonicalUrl(target) ?? "")?.outcome);
}

/** A page that was read works; which places it has, the memory knows, also where a browser made them. */
async function verdictsOfReadPages({ memory, visited }: CrawlContext, targets: string[]): Promise<LinkVerdict[]> {
  const verdicts: LinkVerdict[] = [];
  for (let index = 0; index < targets.length; index += ANCHORS_BATCH) {
    const part = targets.slice(index, index + ANCHORS_BATCH);
    const withPlaces = part.filter((target) => fragmentOf(target) !== null);
    const anchors = await memory.anchorsOf([...new Set(withPlaces.map(pageOf))]);
    const isSoft404 = (target: string) => visited.get(pageOf(target))?.isSoft404;
    const soft404s = await memory.soft404s(part.filter((target) => isSoft404(target) === undefined));
    for (const target of part) {
      const isGone = isSoft404(target) ?? soft404s.has(target);
      const answer = isGone
        ? faultyAnswer("links/gone-soft", SOFT_404_REASON, { status: 200 })
        : workingAnswer({}, anchors.get(pageOf(target)) ?? null);
      verdicts.push(verdictOf(target, answer));
    }
  }
  return verdicts;
}

function pageOf(target: string): string {
  return canonicalUrl(target) ?? target;
}
