import type { PlacedBlock } from "../../page/block.ts";
import { soundsLikeNotFound } from "./sounds-like-not-found.ts";

/**
 * Describes a host's soft 404 page: the hashes of the Blocks that all its error pages share, and how many others one may have
 * (the requested address, a number).
 */
export type Soft404Page = { common: ReadonlySet<string>; varying: number };

type PageBlocks = readonly Pick<PlacedBlock, "hash" | "kind" | "text">[];

/**
 * Learns the soft 404 page from the pages of two non-existent addresses. Returns null unless both have the same title or
 * heading that says that the page is missing: a front page or a sign-in form is not an error page.
 */
export function learnSoft404Page(one: PageBlocks, other: PageBlocks): Soft404Page | null {
  const ofOther = new Set(other.map(({ hash }) => hash));
  const shared = one.filter(({ hash }) => ofOther.has(hash));
  const says = shared.some(({ kind, text }) => (kind === "title" || kind === "heading") && soundsLikeNotFound(text));
  if (!says) return null;
  const common = new Set(shared.map(({ hash }) => hash));
  const rest = (said: PageBlocks) => new Set(said.map(({ hash }) => hash)).size - common.size;
  return { common, varying: Math.max(rest(one), rest(other)) };
}

/** True if a page has the Blocks of the soft 404 page and no content of its own. */
export function isSoft404Page({ common, varying }: Soft404Page, blocks: readonly { hash: string }[]): boolean {
  const hashes = new Set(blocks.map(({ hash }) => hash));
  if (hashes.size < common.size || hashes.size > common.size + varying) return false;
  return [...common].every((hash) => hashes.has(hash));
}
