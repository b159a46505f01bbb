/** Role of a Block on its page. Rules that need a sentence skip kinds that are not sentences. */
export const BLOCK_KINDS = [
  "title",
  "description",
  "social",
  "name",
  "heading",
  "empty-heading",
  "paragraph",
  "list-item",
  "cell",
  "caption",
  "quote",
  "button",
  "label",
  "option",
  "text",
  "alt",
  "tooltip",
  "aria-label",
  "placeholder",
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * U+FFFC OBJECT REPLACEMENT CHARACTER replaces parts that are not this Block's prose: code, formulas, text in another language,
 * buttons, inline pictures. "Run `npm start` now" becomes "Run \uFFFC now", so that "Run" and "now" do not become neighbours. A
 * word that touches it is incomplete ("`Block`s" becomes "\uFFFCs"), so checks skip it.
 */
export const OBJECT_PLACEHOLDER = "\uFFFC";

/**
 * One run of prose. `hash` covers kind, language and text, so that the same navigation on 500 pages is one Block.
 * `lang` is the inherited `lang` attribute as a BCP 47 tag; null if the page declares none.
 * `text` has white space collapsed to single spaces and none at its ends.
 */
export type Block = {
  hash: string;
  kind: BlockKind;
  lang: string | null;
  text: string;
};

/** A Block on one page; `selector` is a CSS selector that finds its element in a browser. */
export type PlacedBlock = Block & { selector: string };
