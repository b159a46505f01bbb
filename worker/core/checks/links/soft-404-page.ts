import type { PlacedBlock } from "../../page/block.ts";
import { soundsLikeNotFound } from "./sounds-like-not-found.ts";

/**
 * Describes a host's soft 404 page: the hashes of the Blocks that its error pages share, those of them that say that the page is missing, and
 * how many others one may have (the requested address, a number).
 */
export type Soft404Page = { common: ReadonlySet<string>; saying: readonly string[]; varying: number };

/** Part of the shared Blocks, but at least one, that an error page may lack: a teaser may have been the same on two by chance. */
const MOST_LACKING = 0.3;

type PageBlocks = readonly Pick<PlacedBlock, "hash" | "kind" | "text">[];

/**
 * Learns the soft 404 page from the pages of two non-existent addresses. Returns null unless both have the same title or
 * heading that says that the page is missing: a front page or a sign-in form is not an error page.
 */
export function learnSoft404Page(one: PageBlocks, other: PageBlocks): Soft404Page | null {
  const ofOther = new Set(other.map(({ hash }) => hash));
  const shared = one.filter(({ hash }) => ofOther.has(hash));
  const isHeadline = ({ kind }: PageBlocks[number]) => kind === "title" || kind === "heading";
  const saying = shared.filter((block) => isHeadline(block) && soundsLikeNotFound(block.text)).map(({ hash }) => hash);
  if (saying.length === 0) return null;
  const common = new Set(shared.map(({ hash }) => hash));
  const rest = (said: PageBlocks) => new Set(said.map(({ hash }) => hash)).size - common.size;
  return { common, saying, varying: Math.max(rest(one), rest(other)) };
}

/** True if a page has the Blocks of the soft 404 page and no content of its own. */
export function isSoft404Page({ common, saying, varying }: Soft404Page, blocks: readonly { hash: string }[]): boolean {
  const hashes = new Set(blocks.map(({ hash }) => hash));
  const kept = [...common].filter((hash) => hashes.has(hash)).length;
  if (common.size - kept > Math.max(1, common.size * MOST_LACKING) || hashes.size > common.size + varying) return false;
  return saying.every((hash) => hashes.has(hash));
}
