import type { PlacedBlock } from "./block.ts";

/** One use of a URL on a page. `url` is absolute and keeps its fragment; `text` is the link text, or an image's alt text. */
export type PageLink = {
  url: string;
  /** The attribute value as written in the page, for showing to the owner. */
  href: string;
  text: string;
  /** Name of the element with the URL: a, area, img, script, link, iframe, form … */
  element: string;
  rel: string | null;
  selector: string;
};

/** Content of one page, from its HTML or from the DOM that a browser made of it. */
export type PageContent = {
  title: string;
  lang: string | null;
  /** Absolute URL from `<link rel=canonical>`, or null. */
  canonical: string | null;
  blocks: PlacedBlock[];
  links: PageLink[];
  /** Pages named in its head: next and previous parts, other languages. */
  related: string[];
  /** Sitemaps and feeds named in its head. */
  feeds: string[];
  /** All ids and a[name]: the anchors that links may point to. */
  anchors: string[];
  /**
   * Fingerprint of everything that may change the page's text in a browser (scripts, style sheets that hide text); see
   * `scriptsFingerprint`.
   */
  scripts: string;
  /** True if it has exactly one password field, as sign-in forms have. */
  asksPassword?: boolean;
  /** True if the page was too large to be read completely: its content beyond the limits is unknown. */
  truncated?: boolean;
};
