import type { Element } from "domhandler";
import { hashOf } from "../../text/text-hash.ts";
import type { PlacedBlock } from "../block.ts";
import { allElements } from "../html/composed-tree.ts";
import { attachFrame, frameHtml } from "../html/frame-content.ts";
import { parseHtml } from "../html/parse-html.ts";
import { makeSelectors } from "../html/selectors.ts";
import type { PageContent } from "../page-content.ts";
import { scriptsFingerprint } from "../rendering/scripts-fingerprint.ts";
import { readHead } from "./read-head.ts";
import { readLinks } from "./read-links.ts";
import { type FoundText, walkText } from "./walk-text.ts";

/** More Blocks than this on one page are left out (`truncated`). */
export const MAX_BLOCKS = 20_000;

/** Most frames of which what a page wrote into them is read. */
const MAX_FRAMES = 50;

/** Most that the texts and selectors of one page's Blocks may hold together, in UTF-16 code units. */
const MAX_PAGE_LENGTH = 10_000_000;

/** `url`: the address that a page came from at last, after redirects. `withTexts`: whether its Blocks are wanted, as they are if left out. */
export type ExtractOptions = { url: string; withTexts?: boolean };

/**
 * All that a page says: its Blocks in the order of the page, links, anchors and what it says about itself. `html` is what a server sent
 * or what a browser made of it.
 * Total: any text gives a result, in time proportional to its length.
 */
export function extractPage(html: string, { url, withTexts = true }: ExtractOptions): PageContent {
  const parsed = parseHtml(html);
  const own = allElements(parsed.document);
  const elements = attachFrames(own, MAX_FRAMES) ? allElements(parsed.document) : own;
  const selectorOf = makeSelectors(elements);
  const { base, ...head } = readHead(own, url);
  const blocks: PlacedBlock[] = [];
  let full = false;
  let length = 0;
  const addBlock = ({ element, kind, lang, text }: FoundText) => {
    const selector = selectorOf(element);
    length += text.length + selector.length;
    full = blocks.length >= MAX_BLOCKS || length > MAX_PAGE_LENGTH;
    if (full) return false;
    blocks.push({ hash: hashOf([kind, lang ?? "", text]), kind, lang, text, selector });
    return true;
  };
  if (withTexts) walkText(parsed.document, head.lang, addBlock);
  const { links, truncated: moreLinks } = readLinks(elements, base, selectorOf);
  const truncated = parsed.truncated || full || moreLinks;
  return {
    ...head,
    blocks,
    links,
    anchors: anchorsOf(own),
    scripts: scriptsFingerprint(elements, base),
    ...(asksPassword(elements) ? { asksPassword: true } : {}),
    ...(truncated ? { truncated } : {}),
  };
}

/** Reads what the page wrote into its frames, and those into theirs. Gives whether there is any. */
function attachFrames(elements: readonly Element[], limit: number): boolean {
  const found = elements.filter((element) => frameHtml(element) !== null).slice(0, limit);
  for (const frame of found) {
    const { document } = parseHtml(frameHtml(frame) ?? "");
    attachFrame(frame, document);
    attachFrames(allElements(document), Math.floor(limit / found.length) - 1);
  }
  return found.length > 0;
}

/** Forms to choose a password have two such fields. */
function asksPassword(elements: readonly Element[]): boolean {
  const fields = elements.filter(({ name, attribs }) => name === "input" && /^\s*password\s*$/i.test(attribs.type ?? ""));
  return fields.length === 1;
}

function anchorsOf(elements: readonly Element[]): string[] {
  const anchors = new Set<string>();
  for (const { name, attribs } of elements) {
    if (attribs.id) anchors.add(attribs.id);
    if (name === "a" && attribs.name) anchors.add(attribs.name);
  }
  return [...anchors];
}
