import type { PageFailure } from "#worker/core/page/page-failure.ts";
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

/** Returns the address that one leads to in the end by canonicals and redirects, as far as is known. */
function endOf(context: ChainContext, url: string): string {
  return [...chainFrom(context, url)].at(-1) ?? url;
}

type SaidContext = ChainContext & Pick<CrawlContext, "mirrorHosts" | "previousVisitOf">;

/** Returns the read page at which an address ends, and what it says; null if none was read in this Crawl, also by an earlier run. */
export async function readAt(context: SaidContext, url: string): Promise<{ url: string; contentHash: string | null } | null> {
  const end = endOf(context, url);
  if (!isReadOutcome(context.visited.get(end)?.outcome)) return null;
  const contentHash = context.mirrorHosts.contentAt(end) ?? (await context.previousVisitOf(end))?.contentHash ?? null;
  return { url: end, contentHash };
}

/**
 * Decides on the pages that named another address as canonical, which is a hint (RFC 6596): they are skipped as duplicates if that address
 * was read and says the same. All others are returned, to be visited as themselves, because skipping would leave their text unchecked.
 */
export async function settleCanonicals(context: SettleContext & SaidContext): Promise<Task[]> {
  const claims = [...context.canonicalClaims.values()];
  // Decided for all before the first is settled, because each result may change what the others lead to.
  const decided: { claim: CanonicalClaim; isDuplicate: boolean }[] = [];
  for (const claim of claims) {
    const read = await readAt(context, claim.canonical);
    decided.push({ claim, isDuplicate: read?.contentHash != null && claim.contentHashes.includes(read.contentHash) });
  }
  context.canonicalClaims.clear();
  for (const { claim, isDuplicate } of decided) if (isDuplicate) await settlePage(context, skipped(claim));
  return decided.filter(({ isDuplicate }) => !isDuplicate).map(({ claim }) => ({ ...claim.task, isItself: true }));
}

function skipped({ task, canonical, ms, status }: CanonicalClaim): SettledPage {
  const visit = { ...unreadVisit(task.entry, ms), outcome: "skipped", status, failure: duplicateOf(canonical) } as const;
  return { visit, snapshot: null, placed: [], target: canonical, isGivenBack: true };
}

/** Returns why a page is not checked that says the same as its canonical address. */
export function duplicateOf(canonical: string): PageFailure {
  return {
    code: "duplicate",
    message: `This page names ${canonical} as its canonical address and says the same, so we check that one instead.`,
  };
}
