import type { PageContent } from "./page-content.ts";
import type { SnapshotWithText } from "./snapshot.ts";
import { hashOf } from "./text-hash.ts";

/**
 * A page's Snapshot. Its `contentHash` covers title, language, ordered Blocks and links as visitors meet them, not selectors: an element
 * that moved without a change of words is no change.
 */
export function makeSnapshot(content: PageContent): SnapshotWithText {
  const { title, lang, blocks, links, anchors } = content;
  const fields = [
    title,
    lang ?? "",
    String(blocks.length),
    ...blocks.map((block) => block.hash),
    ...links.flatMap(({ element, rel, url, text }) => [element, rel ?? "", url, text]),
  ];
  return {
    title,
    lang,
    contentHash: hashOf(fields),
    blocks: blocks.map(({ hash, kind, selector }) => ({ hash, kind, selector })),
    links,
    anchors,
    placed: blocks,
  };
}
