import type { PageContent } from "../page-content.ts";

/**
 * Elements whose URLs visitors never see. Scripts freely add more of them (counters, chat widgets) without changing a page's
 * content.
 */
const BEHIND_THE_SCENES = new Set(["script", "link", "meta", "style", "og:image"]);

/**
 * True if two readings of a page, its HTML and the browser's DOM, have the same Blocks in the same order and the same set of
 * links.
 */
export function isSameContent(a: PageContent, b: PageContent): boolean {
  if (a.blocks.length !== b.blocks.length || a.blocks.some((block, index) => block.hash !== b.blocks[index]?.hash))
    return false;
  const [ofA, ofB] = [linkSet(a), linkSet(b)];
  return ofA.size === ofB.size && [...ofA].every((link) => ofB.has(link));
}

function linkSet(content: PageContent): Set<string> {
  const met = content.links.filter((link) => !BEHIND_THE_SCENES.has(link.element));
  return new Set(met.map((link) => `${link.element} ${link.url}`));
}
