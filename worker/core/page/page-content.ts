import type { PlacedBlock } from "./block.ts";

/** One use of a URL on a page. `url` is absolute and keeps its fragment; `text` is the link text, or the alt text of an image. */
export type PageLink = {
  url: string;
  /** The attribute value as it stands in the page, for showing to the owner. */
  href: string;
  text: string;
  /** Name of the element that carries the URL: a, area, img, script, link, iframe, form … */
  element: string;
  rel: string | null;
  selector: string;
};

/** All that one page says, read from its HTML or from the DOM that a browser made of it. */
export type PageContent = {
  title: string;
  lang: string | null;
  /** Absolute URL from `<link rel=canonical>`, or null. */
  canonical: string | null;
  /** `<meta name=robots>`: whether its links may be followed. */
  nofollow: boolean;
  blocks: PlacedBlock[];
  links: PageLink[];
  /** Pages that its head names: the next and the previous part, the same in other languages. */
  related: string[];
  /** Sitemaps and feeds that its head names. */
  feeds: string[];
  /** Every id and a[name]: the fragments that links may point to. */
  anchors: string[];
  /** What in the page could change what it says when a browser runs it (scripts, style sheets that may hide text): see `scriptsFingerprint`. */
  scripts: string;
  /** True when it has one field for a password, as forms to sign in have. */
  asksPassword?: boolean;
  /** True when the page was too large to be read whole: what it says beyond the limits is unknown. */
  truncated?: boolean;
};
