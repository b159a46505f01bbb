import type { Element } from "domhandler";
import { hashOf } from "../../text/text-hash.ts";
import type { PlacedBlock } from "../block.ts";
import { allElements } from "../html/composed-tree.ts";
import { attachFrame, frameHtml } from "../html/frame-content.ts";
import { parseHtml } from "../html/parse-html.ts";
import { makeSelectors } from "../html/selectors.ts";
import { xhtmlToHtml } from "../html/xhtml-to-html.ts";
import type { PageContent } from "../page-content.ts";
import type { PageSource } from "../page-source.ts";
import { scriptsFingerprint } from "../rendering/scripts-fingerprint.ts";
import { readHead } from "./read-head.ts";
import { readLinks } from "./read-links.ts";
import { type FoundText, walkText } from "./walk-text.ts";

/** Maximum number of Blocks on one page; more set `truncated`. */
export const MAX_BLOCKS = 20_000;

/** Maximum number of frames whose inline documents are read. */
const MAX_FRAMES = 50;

/** Maximum total length of the texts and selectors of one page's Blocks, in UTF-16 code units. */
const MAX_PAGE_LENGTH = 10_000_000;

/** `url`: the page's final address, after redirects. `withTexts`: extract Blocks (the default). */
export type ExtractOptions = PageSource & { url: string; withTexts?: boolean };

/**
 * Extracts a page's Blocks in document order, its links, anchors and metadata. `html` comes from a server, or is the DOM that a
 * browser serialised. Accepts any text and runs in linear time.
 */
export function extractPage(html: string, { url, withTexts = true, ...source }: ExtractOptions): PageContent {
  const parsed = parseHtml(source.isXml ? xhtmlToHtml(html) : html);
  const own = allElements(parsed.document);
  const elements = attachFrames(own, MAX_FRAMES) ? allElements(parsed.document) : own;
  const selectorOf = makeSelectors(elements);
  const { base, ...head } = readHead(own, url, source.encoding);
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
  const { links, truncated: moreLinks } = readLinks(elements, { base, selectorOf, source });
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

/** Attaches the inline documents of frames, recursively. Returns true if there is any. */
function attachFrames(elements: readonly Element[], limit: number): boolean {
  const found = elements.filter((element) => frameHtml(element) !== null).slice(0, limit);
  for (const frame of found) {
    const { document } = parseHtml(frameHtml(frame) ?? "");
    attachFrame(frame, document);
    attachFrames(allElements(document), Math.floor(limit / found.length) - 1);
  }
  return found.length > 0;
}

/** Returns true for exactly one password field: forms to choose a password have two. */
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
