import { hashOf } from "../../text/text-hash.ts";
import { withoutSession } from "../../url/tracking-parameters.ts";
import type { PageContent, PageLink } from "../page-content.ts";
import type { SnapshotWithText } from "./snapshot.ts";

/** Elements that visitors click. The addresses of other elements change with each build of a site. */
const CLICKED = new Set(["a", "area"]);

/**
 * Makes a page's Snapshot. `contentHash` covers title, language, ordered Blocks and clickable links, but not selectors: a moved
 * element, a renamed script or a link's new session id is not a change. `steady`: returns the part of a link's address that counts.
 */
export function makeSnapshot(content: PageContent, steady: (url: string) => string = (url) => url): SnapshotWithText {
  const { title, lang, blocks, links, anchors, truncated = false } = content;
  const clicked = ({ element }: PageLink) => CLICKED.has(element);
  const linkFields = ({ element, rel, url }: PageLink) => [element, rel ?? "", withoutSession(steady(url))];
  const contentHash = hashOf([
    title,
    lang ?? "",
    String(blocks.length),
    ...blocks.map((block) => block.hash),
    ...links.filter(clicked).flatMap((link) => [...linkFields(link), link.text]),
  ]);
  const others = links.filter((link) => !clicked(link));
  return {
    title,
    lang,
    contentHash,
    detailHash: hashOf([contentHash, ...others.flatMap(linkFields), "", ...anchors]),
    isTruncated: truncated,
    blocks: blocks.map(({ hash, kind, selector }) => ({ hash, kind, selector })),
    links,
    anchors,
    placed: blocks,
  };
}
