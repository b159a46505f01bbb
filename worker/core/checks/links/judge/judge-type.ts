import type { Needed } from "../target-use.ts";

/** Beginning of an answer to a request for a file. `type`: its Content-Type without parameters, in lower case. */
export type FileAnswer = { type: string; isSniffed: boolean; beginning: Buffer };

/** Bytes from which a browser recognises a file, with room for comments before a document. */
export const BEGINNING_BYTES = 1024;

/** Types with which servers send the pages that they show in place of a missing file. */
const TYPES_OF_PAGES = new Set(["text/html", "application/xhtml+xml", "text/plain", "application/json"]);
const TYPE_OF_SCRIPTS = /^(?:text|application)\/(?:x-)?(?:java|ecma)script$|^text\/(?:javascript1\.\d|jscript|livescript)$/;
const NEVER_SCRIPTS = /^(?:image|audio|video)\/|^text\/csv$/;

/** Returns true if the type alone cannot tell whether the file is there, so that its beginning must be seen. */
export function isDoubtfulType(needed: Needed, type: string): boolean {
  if (needed === "document" || type === "") return false;
  if (needed === "style sheet") return type !== "text/css";
  if (needed === "script") return !TYPE_OF_SCRIPTS.test(type);
  return TYPES_OF_PAGES.has(type);
}

/**
 * Returns what is wrong with an answer for the use that a page makes of it, as Chromium decides; null if it fits. Pictures, films and fonts
 * are recognised by their bytes, style sheets by their type, scripts by both.
 */
export function faultOfType(needed: Needed, { type, isSniffed, beginning }: FileAnswer): string | null {
  if (!isDoubtfulType(needed, type)) return null;
  const isPage = looksLikePage(beginning);
  const answered = isPage || type.endsWith("html") || type === "application/xhtml+xml" ? "a web page" : `“${type}”`;
  const end = `the server answers with ${answered} in its place. Upload the file again, or correct its address.`;
  if (needed === "style sheet")
    return isPage || type.endsWith("html") || !isSniffed ? `Browsers ignore this style sheet: ${end}` : null;
  if (needed === "script")
    return isPage || !isSniffed || NEVER_SCRIPTS.test(type) ? `Browsers do not run this script: ${end}` : null;
  if (needed === "picture") return isPage || !hasPicture(beginning) ? `Visitors do not see this picture: ${end}` : null;
  return isPage ? `Browsers cannot use this file: ${end}` : null;
}

/** Elements by which browsers recognise HTML (WHATWG MIME Sniffing, 7.1), and some more. */
const FIRST_TAG =
  /^<(?:!doctype html|html|head|script|iframe|h[1-6]|div|font|table|a|style|title|b|body|br|p|meta|link|base|main)[\s>/]/i;

/** Returns true if a text begins like a web page, after a byte order mark, spaces and comments. */
function looksLikePage(beginning: Buffer): boolean {
  let text = beginning
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  while (text.startsWith("<!--")) {
    const end = text.indexOf("-->");
    if (end === -1) return true;
    text = text.slice(end + "-->".length).trimStart();
  }
  return FIRST_TAG.test(`${text.slice(0, 20)} `);
}

/** First bytes of the picture formats that browsers show (WHATWG MIME Sniffing, 6.1, and JPEG XL), as Latin-1. */
const PICTURES = ["\x89PNG", "\xff\xd8\xff", "GIF8", "BM", "\0\0\x01\0", "\0\0\x02\0", "\xff\x0a", "\0\0\0\x0cJXL "];
/** Marks after the length of the first part, in files that consist of parts: AVIF, HEIF, WebP. */
const INNER_MARKS = ["ftypavi", "ftypmif", "ftyphei", "WEBP"];

function hasPicture(beginning: Buffer): boolean {
  const start = beginning.toString("latin1", 0, 16);
  return PICTURES.some((mark) => start.startsWith(mark)) || INNER_MARKS.some((mark) => start.slice(4).includes(mark));
}
