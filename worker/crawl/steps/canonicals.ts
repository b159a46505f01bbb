import type { CanonicalClaim, CrawlContext, Task } from "../crawl-context.ts";
import type { SettledPage } from "../settled-page.ts";
import { isReadOutcome } from "./page-outcome.ts";
import { type SettleContext, settlePage } from "./settle-page.ts";
import { unreadVisit } from "./unread-visit.ts";

type ChainContext = Pick<CrawlContext, "canonicalClaims" | "visited">;

/** Returns true if canonicals and redirects lead from `from` to `url`: two pages that name each other must not both be skipped. */
export function leadsHere(context: ChainContext, from: string, url: string): boolean {
  return chainFrom(context, from).has(url);
}

/** Returns the addresses that one leads to, in order, itself first, as far as is known. A circle is walked once. */
function chainFrom({ canonicalClaims, visited }: ChainContext, from: string): Set<string> {
  const chain = new Set<string>();
  for (let url: string | null = from; url !== null && !chain.has(url); ) {
    chain.add(url);
    url = canonicalClaims.get(url)?.canonical ?? visited.get(url)?.target ?? null;
  }
  return chain;
}

/**
 * Decides on the pages that named another address as canonical. If that address was read, they are skipped as its duplicates. If not
 * (gone, failed, forbidden, over the limit), skipping would leave their text unchecked: they are returned, to be visited as themselves.
 */
export async function settleCanonicals(context: SettleContext & ChainContext): Promise<Task[]> {
  const claims = [...context.canonicalClaims.values()];
  // Decided for all before the first is settled, because each result may change what the others lead to.
  const decided = claims.map((claim) => ({ claim, isDuplicate: isRead(context, claim.canonical) }));
  context.canonicalClaims.clear();
  for (const { claim, isDuplicate } of decided) if (isDuplicate) await settlePage(context, skipped(claim));
  return decided.filter(({ isDuplicate }) => !isDuplicate).map(({ claim }) => ({ ...claim.task, isItself: true }));
}

/** Returns true if the address, or the one that it leads to in the end, was read in this Crawl, also by an earlier run. */
function isRead(context: ChainContext, url: string): boolean {
  const end = [...chainFrom(context, url)].at(-1) ?? url;
  const visited = context.visited.get(end);
  // The target of a page that an earlier run skipped is not known; it was visited, or will be.
  return isReadOutcome(visited?.outcome) || (visited?.failure?.code === "duplicate" && visited.target === null);
}

function skipped({ task, canonical, ms, status }: CanonicalClaim): SettledPage {
  const failure = {
    code: "duplicate",
    message: `This page names ${canonical} as its canonical address, so we check that one instead.`,
  } as const;
  const visit = { ...unreadVisit(task.entry, ms), outcome: "skipped", status, failure } as const;
  return { visit, snapshot: null, placed: [], target: canonical, isGivenBack: true };
}
