import type { CanonicalClaim, CrawlContext, Task } from "../crawl-context.ts";
import { isReadOutcome } from "./page-outcome.ts";
import { type SettledPage, settlePage } from "./settle-page.ts";
import { unreadVisit } from "./unread-visit.ts";

/** Whether following `rel=canonical` and redirects from `from` comes to `url`: two pages that name each other must not both be skipped. */
export function leadsHere(context: CrawlContext, from: string, url: string): boolean {
  return chainFrom(context, from).has(url);
}

/** The addresses that one leads to, in order and with itself first, as far as is known; a circle is walked once. */
function chainFrom({ canonicalClaims: duplicates, visited }: CrawlContext, from: string): Set<string> {
  const chain = new Set<string>();
  for (let url: string | null = from; url !== null && !chain.has(url); ) {
    chain.add(url);
    url = duplicates.get(url)?.canonical ?? visited.get(url)?.target ?? null;
  }
  return chain;
}

/**
 * Decides on pages that named another address as theirs. Where that address was read, they are skipped as its duplicates. Where it
 * was not (gone, failed, forbidden, over the limit), skipping would leave the text unchecked: they are to be visited as themselves.
 */
export async function settleCanonicals(context: CrawlContext): Promise<Task[]> {
  const held = [...context.canonicalClaims.values()];
  const isSettled = new Map(held.map((duplicate) => [duplicate, isRead(context, duplicate.canonical)]));
  context.canonicalClaims.clear();
  for (const duplicate of held) if (isSettled.get(duplicate)) await settlePage(context, skipped(duplicate));
  return held.filter((duplicate) => !isSettled.get(duplicate)).map(({ task }) => ({ ...task, isItself: true }));
}

/** Whether the address, or the one that it leads to in the end, was read in this Crawl, also by an earlier run. */
function isRead(context: CrawlContext, url: string): boolean {
  const end = [...chainFrom(context, url)].at(-1) ?? url;
  const visited = context.visited.get(end);
  // Of what an earlier run skipped, it is not known where it led; that was visited, or will be.
  return isReadOutcome(visited?.outcome) || (visited?.failure?.code === "duplicate" && visited.target === null);
}

function skipped({ task, canonical, ms, status }: CanonicalClaim): SettledPage {
  const failure = {
    code: "duplicate",
    message: `This page names ${canonical} as its canonical address, so we check that one instead.`,
  } as const;
  const { url, depth } = task.entry;
  const visit = { ...unreadVisit(), url, depth, outcome: "skipped", status, ms: Math.round(ms), failure } as const;
  return { visit, snapshot: null, placed: [], target: canonical, isGivenBack: true };
}
