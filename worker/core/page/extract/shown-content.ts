import type { BlockKind } from "../block.ts";
import type { PageContent } from "../page-content.ts";

/** Texts about a page that are not on it. */
const NOT_SHOWN: ReadonlySet<BlockKind> = new Set(["title", "description", "social", "name", "empty-heading"]);
/** Elements with an address that visitors neither see nor use. */
const NOT_SEEN: ReadonlySet<string> = new Set(["link", "script", "style", "meta", "base", "html"]);

/** Returns what visitors find on a page: text; only links, pictures and the like; or nothing at all. */
export function shownContent({ blocks, links }: Pick<PageContent, "blocks" | "links">): "text" | "no-text" | "nothing" {
  if (blocks.some(({ kind }) => !NOT_SHOWN.has(kind))) return "text";
  return links.some(({ element }) => !NOT_SEEN.has(element)) ? "no-text" : "nothing";
}
