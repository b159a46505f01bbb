import type { PageVisit } from "#worker/core/crawl/visit.ts";
import type { Block, PlacedBlock } from "#worker/core/page/block.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";

/** A paragraph whose hash is its own text, so that a failing test can be read. */
export function makeBlock(text: string): Block {
  return { hash: `hash of ${text}`, kind: "paragraph", lang: "en", text };
}

export function makeLink(url: string): PageLink {
  return { url, href: url, text: "more", element: "a", rel: null, selector: "a" };
}

/** A Snapshot with these Blocks as its paragraphs. */
export function makeSnapshot({
  blocks = [],
  ...fields
}: Partial<Omit<Snapshot, "blocks">> & { blocks?: Block[] } = {}): Snapshot {
  const placed: PlacedBlock[] = blocks.map((block, index) => ({ ...block, selector: `p:nth-of-type(${index + 1})` }));
  return {
    title: "A page",
    lang: "en",
    contentHash: `content of ${blocks.map(({ hash }) => hash).join(", ")}`,
    detailHash: "details",
    isTruncated: false,
    links: [],
    anchors: [],
    ...fields,
    blocks: placed.map(({ hash, kind, selector }) => ({ hash, kind, selector })),
  };
}

/** The visit of a new page that answered well; `fields` replace what a test is about. */
export function makeVisit(fields: Partial<PageVisit> & { url: string }): PageVisit {
  return {
    depth: 0,
    outcome: "new",
    status: 200,
    rendered: "http",
    ms: 12,
    failure: null,
    validators: { etag: null, lastModified: null, bodyHash: null },
    snapshot: makeSnapshot(),
    leads: [],
    isReread: false,
    isFullyChecked: false,
    newBlocks: [],
    checked: [],
    ...fields,
  };
}
