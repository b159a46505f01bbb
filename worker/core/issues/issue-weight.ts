import type { BlockKind } from "../page/block.ts";

/** Parts of a page, by the names in a selector: `menu` is a header, a navigation or a menu; `footer` also a sidebar. */
export const PAGE_AREAS = ["menu", "body", "footer"] as const;
export type PageArea = (typeof PAGE_AREAS)[number];

/** One way in which an Issue is shown. `kind` is null for a link and for a text that is missing. */
export type Showing = { kind: BlockKind | null; area: PageArea; isOnStartPage: boolean };

/** Share of readers who notice a text of this kind, roughly: titles are read by all, tooltips by few. */
const KIND_FACTORS: Record<BlockKind, number> = {
  title: 1,
  heading: 0.95,
  button: 0.9,
  label: 0.8,
  description: 0.75,
  paragraph: 0.7,
  "list-item": 0.65,
  text: 0.65,
  social: 0.6,
  name: 0.6,
  quote: 0.6,
  cell: 0.6,
  caption: 0.6,
  option: 0.5,
  alt: 0.5,
  placeholder: 0.5,
  "empty-heading": 0.5,
  tooltip: 0.4,
  "aria-label": 0.4,
};
const LINK_FACTOR = 0.7;
const AREA_FACTORS: Record<PageArea, number> = { menu: 1.2, body: 1, footer: 0.8 };
const START_PAGE_FACTOR = 1.2;

type Weighed = { confidence: number; pageCount: number; showings: readonly Showing[] };

/**
 * Returns how much an Issue matters, for the order of the list: certainty × the most prominent place × the number of pages, damped by
 * its logarithm (10 pages count as 1.5, 1,000 as 2.5). The migration that added the column has the same factors in SQL.
 */
export function issueWeight({ confidence, pageCount, showings }: Weighed): number {
  if (pageCount === 0 || showings.length === 0) return 0;
  const spread = 1 + Math.log10(pageCount) / 2;
  return Math.round(confidence * Math.max(...showings.map(prominenceOf)) * spread * 10_000) / 10_000;
}

function prominenceOf({ kind, area, isOnStartPage }: Showing): number {
  const ofKind = kind === null ? LINK_FACTOR : KIND_FACTORS[kind];
  return ofKind * AREA_FACTORS[area] * (isOnStartPage ? START_PAGE_FACTOR : 1);
}
