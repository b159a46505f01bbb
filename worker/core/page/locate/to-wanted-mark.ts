import type { BlockKind } from "../block.ts";
import type { WantedMark } from "./wanted-mark.ts";

/** A mistake on a page. `block`: the Block that it is in, with its range; null for a link to `target`. */
export type PlacedMistake = {
  id: string;
  selector: string;
  block: { kind: BlockKind; text: string; start: number; end: number } | null;
  target: string;
};

/** Texts about a page that it does not show. */
const UNSEEN: ReadonlySet<BlockKind> = new Set(["title", "description", "social", "name", "empty-heading"]);
/** Texts in attributes. */
const ATTRIBUTES: ReadonlySet<BlockKind> = new Set(["alt", "tooltip", "aria-label", "placeholder"]);

/** Returns how a mistake is marked in a picture of its page; null if a picture cannot show it. */
export function toWantedMark({ id, selector, block, target }: PlacedMistake): WantedMark | null {
  if (!block) return { id, selector, leadsTo: target };
  const { kind, text, start, end } = block;
  if (UNSEEN.has(kind)) return null;
  const isInput = kind === "button" && /(?:^|[ >])input[^ >]*$/.test(selector);
  return ATTRIBUTES.has(kind) || isInput ? { id, selector, says: text } : { id, selector, text, start, end };
}
