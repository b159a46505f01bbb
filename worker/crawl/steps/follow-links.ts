import type { FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { PageContent, PageLink } from "#worker/core/page/page-content.ts";
import { familyOf } from "#worker/core/url/address-family.ts";
import { intendedAddress } from "#worker/core/url/intended-address.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";
import type { CrawlContext, PlanFields } from "../crawl-context.ts";
import { checksTexts } from "../crawl-plan.ts";
import { discoverHinted, discoverLinks } from "../memo/discover-links.ts";

type FollowContext = PlanFields<"only"> &
  Pick<CrawlContext, "isInScope" | "isMistakenTarget" | "frontier" | "fileLeads" | "traps" | "feeds">;

/**
 * Adds the addresses that a page leads to to the frontier, and notes whether pages like it bring anything new. Returns the addresses of
 * pages that it leads to.
 */
export async function followLinks(context: FollowContext, entry: FrontierEntry, content: PageContent): Promise<string[]> {
  const { plan, traps, feeds } = context;
  if (entry.depth === 0) for (const feed of content.feeds) feeds.add(feed);
  traps.folders.note(entry.url, content);
  const meant = await withoutMistaken(context, content.links);
  const found = discoverLinks(meant, entry.url, content.related);
  const leads = [...new Set(found.map(traps.parameters.standIn))];
  const newLeads = addLeads(context, entry, { leads, hinted: discoverHinted(meant, entry.url) });
  traps.learn(entry.url, { blocks: checksTexts(plan) ? content.blocks : saidByLinks(entry.url, content), newLeads });
  return leads;
}

/** Leaves out links that lack their scheme, where the server would show some page for anything. */
async function withoutMistaken(
  { isInScope, isMistakenTarget }: Pick<CrawlContext, "isInScope" | "isMistakenTarget">,
  links: readonly PageLink[],
): Promise<readonly PageLink[]> {
  const doubtful = links.filter(({ href, url }) => intendedAddress(href) !== null && isInScope(url));
  if (doubtful.length === 0) return links;
  const mistaken = new Set<string>();
  for (const { url } of doubtful) if (await isMistakenTarget(url)) mistaken.add(url);
  return links.filter(({ url }) => !mistaken.has(url));
}

/** Returns the in-scope leads that no page had led to before. */
function addLeads(
  { frontier, fileLeads, isInScope }: Pick<CrawlContext, "frontier" | "fileLeads" | "isInScope">,
  from: FrontierEntry,
  { leads, hinted }: { leads: readonly string[]; hinted: ReadonlySet<string> },
): string[] {
  const inScope = leads.filter((url) => !frontier.hasSeen(url) && isInScope(url));
  const entries = inScope.map((url) => {
    const source = hinted.has(url) ? "hinted" : "link";
    return { url, depth: depthOf(url, from), source } as const;
  });
  const pages = entries.filter(({ url }) => mayBePage(url));
  frontier.add(pages);
  fileLeads.note(entries.filter(({ url }) => !mayBePage(url)));
  return pages.map(({ url }) => url);
}

/** Returns what a page says where only links are checked: its title, and each link with its address, of which the query may be random. */
function saidByLinks(url: string, { title, links }: PageContent): Pick<Block, "kind" | "text">[] {
  if (familyOf(url) === null) return [];
  const said = links.map(({ url: target, text }) => ({ kind: "text", text: `${text} ${target.split(/[?#]/, 1)[0]}` }) as const);
  return [{ kind: "title", text: title }, ...said];
}

/** The next part of a list counts as near as this one: an article on page 90 of a blog is not 90 clicks away. */
function depthOf(url: string, from: FrontierEntry): number {
  const family = familyOf(url);
  const isSameList = family?.kind === "list" && family.key === familyOf(from.url)?.key;
  return isSameList ? from.depth : from.depth + 1;
}
