import type { PlacedBlock } from "../../page/block.ts";
import { soundsGone } from "./sounds-gone.ts";

/**
 * What a server shows for addresses that do not exist, where it does not say so by a status: the Blocks that all such pages have, by hash,
 * and how many others one may have (the address that was asked for, a number).
 */
export type Soft404Page = { common: ReadonlySet<string>; varying: number };

type Said = readonly Pick<PlacedBlock, "hash" | "kind" | "text">[];

/**
 * Learns from what two made-up addresses of one host showed. Null where their pages do not both say, in a title or heading that is the
 * same on both, that there is nothing here: a front page or a form to sign in is no error page.
 */
export function learnSoft404Page(one: Said, other: Said): Soft404Page | null {
  const ofOther = new Set(other.map(({ hash }) => hash));
  const shared = one.filter(({ hash }) => ofOther.has(hash));
  const says = shared.some(({ kind, text }) => (kind === "title" || kind === "heading") && soundsGone(text));
  if (!says) return null;
  const common = new Set(shared.map(({ hash }) => hash));
  const rest = (said: Said) => new Set(said.map(({ hash }) => hash)).size - common.size;
  return { common, varying: Math.max(rest(one), rest(other)) };
}

/** True if a page shows what the made-up addresses showed, and nothing of its own. */
export function isSoft404Page({ common, varying }: Soft404Page, blocks: readonly { hash: string }[]): boolean {
  const hashes = new Set(blocks.map(({ hash }) => hash));
  if (hashes.size < common.size || hashes.size > common.size + varying) return false;
  return [...common].every((hash) => hashes.has(hash));
}
