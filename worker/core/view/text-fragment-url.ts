import { findMistake } from "./mark-mistake.ts";

const CONTEXT_WORDS = 3;
/** Browsers give up on long directives; a target is a word or a phrase. */
const LONGEST_TARGET = 300;

/**
 * The address of a page that makes the browser scroll to a text and mark it (WICG, URL Fragment Text Directives:
 * `#:~:text=[prefix-,]text[,-suffix]`). Words around it tell the right place from others with the same text. The page's own fragment stays.
 * Browsers that do not know the directive open the page at its top.
 */
export function textFragmentUrl(pageUrl: string, text: string, excerpt: string): string {
  const target = text.trim();
  if (!target || target.length > LONGEST_TARGET) return pageUrl;
  const at = findMistake(excerpt, target);
  const prefix = at === null ? "" : lastWords(excerpt.slice(0, at));
  const suffix = at === null ? "" : firstWords(excerpt.slice(at + target.length));
  const directive = [prefix && `${encode(prefix)}-`, encode(target), suffix && `-${encode(suffix)}`].filter(Boolean).join(",");
  return `${pageUrl}${pageUrl.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** A hyphen would be read as the mark of a prefix or suffix. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
}

/** Whole words only: what touches the target, and what an ellipsis cut, is no word of the page. */
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
