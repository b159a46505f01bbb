import { findWhole } from "../text/find-whole.ts";

const CONTEXT_WORDS = 3;
/** Longest target: browsers ignore long directives, and a mistake is a word or a phrase. */
const LONGEST_TARGET = 300;

/**
 * Returns a page's address that makes the browser scroll to a text and highlight it (WICG, URL Fragment Text Directives:
 * `#:~:text=[prefix-,]text[,-suffix]`). The words around the text tell it from other occurrences. Keeps the page's own
 * fragment; browsers without support open the page as usual.
 */
export function textFragmentUrl(pageUrl: string, text: string, excerpt: string): string {
  const target = text.trim();
  if (!target || target.length > LONGEST_TARGET) return pageUrl;
  const at = findWhole(excerpt, target);
  const prefix = at === null ? "" : lastWords(excerpt.slice(0, at));
  const suffix = at === null ? "" : firstWords(excerpt.slice(at + target.length));
  const directive = [prefix && `${encode(prefix)}-`, encode(target), suffix && `-${encode(suffix)}`].filter(Boolean).join(",");
  return `${pageUrl}${pageUrl.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Encodes a text and its hyphens, which would mark a prefix or suffix. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
}

/** Returns only whole words: parts that touch the target or an ellipsis are not words of the page. */
function lastWords(before: string): string {
  if (!/\s$/u.test(before)) return "";
  return contextWords(before).slice(-CONTEXT_WORDS).join(" ");
}

function firstWords(after: string): string {
  if (!/^\s/u.test(after)) return "";
  return contextWords(after).slice(0, CONTEXT_WORDS).join(" ");
}

function contextWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "" && !word.includes("…"));
}
