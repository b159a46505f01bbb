import type { LinkVerdict } from "../core/checks/link-verdict.ts";
import { fragmentOf } from "../core/checks/links/fragment.ts";
import { isContact, judgeContact } from "../core/checks/links/judge-contact.ts";
import { faultAnswer, verdictOf, worksAnswer } from "../core/checks/links/link-answer.ts";
import { mayAct } from "../core/sign-in/signed-in-addresses.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import type { CrawlContext } from "./crawl-context.ts";

/** Verdicts recorded at a time. */
const BATCH = 100;

/** Gives every link target of the Site's pages a verdict: those that are pages read in this Crawl work; the others are asked. */
export async function visitLinks(context: CrawlContext): Promise<void> {
  const { memory, ports, plan, signal, tally, stopwatch } = context;
  if (!plan.only.includes("links")) return;
  const all = await memory.linkTargets();
  tally.links.found = all.length;
  const targets = all.filter((target) => !isContact(target));
  const isKnown = (target: string) => isReadPage(context, target);
  const batch = await verdictsOfReadPages(context, targets.filter(isKnown));
  batch.push(...all.filter(isContact).map(judgeContact));
  const flush = async (atLeast: number) => {
    while (batch.length >= atLeast && batch.length > 0) {
      const verdicts = batch.splice(0, BATCH);
      await memory.recordVerdicts(verdicts);
      tally.links.checked += verdicts.length;
      tally.leaveOut("link-unknown", verdicts.filter(({ state }) => state === "unknown").length);
      context.reportProgress();
    }
  };
  const timeLeft = AbortSignal.timeout(Math.max(0, Math.ceil(context.deadline - ports.now())));
  await stopwatch.time("links", async () => {
    await flush(1);
    const { allowed: toAsk, denied } = await sortByRobots(
      context,
      targets.filter((target) => !isKnown(target)),
    );
    batch.push(...denied.map((target) => deniedVerdict(context, target)));
    await flush(1);
    for await (const verdict of ports.checkLinks(toAsk, AbortSignal.any([signal, timeLeft]))) {
      batch.push(verdict);
      await flush(BATCH);
    }
    await flush(1);
  });
  tally.leaveOut("links-left", tally.links.found - tally.links.checked);
}

/** The site's own robots.txt holds for asking whether a page is there, too. With a sign-in, asking could do what the link is for. */
async function sortByRobots({ plan, isInScope, robotsOf }: CrawlContext, targets: string[]) {
  const sorted: { allowed: string[]; denied: string[] } = { allowed: [], denied: [] };
  for (const target of targets) {
    const isAllowed = !isInScope(target) || (!(plan.signIn && mayAct(target)) && (await robotsOf(target)).isAllowed(target));
    (isAllowed ? sorted.allowed : sorted.denied).push(target);
  }
  return sorted;
}

function deniedVerdict({ plan }: CrawlContext, target: string): LinkVerdict {
  const reason =
    plan.signIn && mayAct(target)
      ? "With your sign-in, asking for it might sign us out or change something on the site."
      : "The site's robots.txt asks not to visit this page.";
  return verdictOf(target, faultAnswer("links/unknown", reason));
}

function isReadPage({ visited, plan }: CrawlContext, target: string): boolean {
  // A secure site's page that is linked with http is asked for, to see whether that leads to https.
  if (target.startsWith("http:") && plan.startUrl.startsWith("https:")) return false;
  const outcome = visited.get(canonicalUrl(target) ?? "")?.outcome;
  return outcome === "new" || outcome === "changed" || outcome === "unchanged";
}

/** A page that was read works; which places it has, the memory knows, also where a browser made them. */
async function verdictsOfReadPages({ memory }: CrawlContext, targets: string[]): Promise<LinkVerdict[]> {
  const anchorsByPage = new Map<string, string[] | null>();
  const verdicts: LinkVerdict[] = [];
  for (const target of targets) {
    const page = canonicalUrl(target) ?? target;
    if (fragmentOf(target) !== null && !anchorsByPage.has(page)) anchorsByPage.set(page, await memory.anchorsOf(page));
    verdicts.push(verdictOf(target, worksAnswer({}, anchorsByPage.get(page) ?? null)));
  }
  return verdicts;
}
