/** What a Block is on its page; rules that need a sentence skip the kinds that are none. */
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
 * U+FFFC OBJECT REPLACEMENT CHARACTER stands in a Block's text for what is there but is not this Block's prose: code, a formula, text in
 * another language, a button, a picture between words. "Run `npm start` now" reads "Run \uFFFC now", so that its neighbours never
 * look like neighbours ("Run now"). A word that touches it is only part of a word ("`Block`s" reads "\uFFFCs"): leave it alone.
 */
export const OBJECT_PLACEHOLDER = "\uFFFC";

/**
 * One run of prose. `hash` is content-addressed over kind, language and text, so that the same navigation on 500 pages is one Block.
 * `lang` is the inherited `lang` attribute as a BCP 47 tag, or null where the page declares none.
 * `text` has white space collapsed to single spaces and no leading or trailing space.
 */
export type Block = {
  hash: string;
  kind: BlockKind;
  lang: string | null;
  text: string;
};

/** A Block where it stands on one page; `selector` is a CSS selector that finds its element again in a browser. */
export type PlacedBlock = Block & { selector: string };
