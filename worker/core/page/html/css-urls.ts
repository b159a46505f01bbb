import { makeQuotedEnd } from "./quoted-end.ts";

/** Maximum number of URLs that are read from one style sheet. */
const MAX_URLS = 500;

/** Starts of tokens that may contain a URL or look like one. Each part is short, so matching takes bounded time. */
const MARK = /\/\*|["'\\]|\burl\(\s*|\bimage-set\(|@import\s+|@namespace/gi;
const UNQUOTED = /((?:[^\s"'()\\]|\\.)+)\s*\)/sy;

/**
 * Returns the distinct URLs in a style sheet or `style` attribute as written: `url(a.png)`, `url("a.png")`, `image-set("a.png" 2x)`,
 * `@import "a.css"` (CSS Syntax 3, 4.3.6; CSS Images 4, 2.1; CSS Cascade 4, 2). Skips `#marker` inside the document. Runs in linear time.
 */
export function cssUrls(css: string): string[] {
  if (!/url\(|image-set\(|@import/i.test(css)) return [];
  const urls = new Set<string>();
  for (const written of writtenUrls(css)) {
    const url = unescapeCss(written).trim();
    if (url !== "" && !url.startsWith("#")) urls.add(url);
    if (urls.size >= MAX_URLS) break;
  }
  return [...urls];
}

function* writtenUrls(css: string): Generator<string, void, undefined> {
  const quotedEnd = makeQuotedEnd(css, () => true);
  /** Index at which the set of pictures ends whose strings are URLs. */
  let setEnd = 0;
  for (let at = nextMark(css, 0); at; at = nextMark(css, at.end)) {
    const mark = at.mark.toLowerCase();
    if (mark === "\\") at.end += 1;
    else if (mark === "image-set(") setEnd = endOfSet(css, at.end);
    else if (mark === "/*") at.end = endOf("*/", css, at.end);
    else if (mark === "@namespace") at.end = endOf(";", css, at.end);
    else if (mark === '"' || mark === "'") {
      const end = quotedEnd(at.end - 1);
      if (at.end <= setEnd && end !== -1 && !TYPE_BEFORE.test(css.slice(Math.max(0, at.end - 8), at.end - 1)))
        yield css.slice(at.end, end - 1);
      at.end = Math.max(end, at.end);
    } else if (css[at.end] === '"' || css[at.end] === "'") {
      const end = quotedEnd(at.end);
      if (end !== -1) yield css.slice(at.end + 1, end - 1);
      at.end = Math.max(end, at.end + 1);
    } else if (mark.startsWith("url")) {
      UNQUOTED.lastIndex = at.end;
      const plain = UNQUOTED.exec(css)?.[1];
      if (plain !== undefined) yield plain;
    }
  }
}

/** Returns the next mark after `from` and the index after it. */
function nextMark(css: string, from: number): { mark: string; end: number } | null {
  MARK.lastIndex = from;
  const found = MARK.exec(css);
  return found && { mark: found[0], end: MARK.lastIndex };
}

/** Longest `image-set()` of which the strings are read. */
const MAX_SET = 2_000;
/** In a set, `type("image/avif")` names no picture. */
const TYPE_BEFORE = /\btype\(\s*$/i;

/** Returns the index at which the declaration ends that a set of pictures is in. */
function endOfSet(css: string, from: number): number {
  const end = css.slice(from, from + MAX_SET).search(/[;}]/);
  return end === -1 ? Math.min(css.length, from + MAX_SET) : from + end;
}

/** Returns the index after the next `mark`, or the end of the sheet if there is none. */
function endOf(mark: string, css: string, from: number): number {
  const found = css.indexOf(mark, from);
  return found === -1 ? css.length : found + mark.length;
}

/**
 * Decodes CSS escapes (CSS Syntax 3, 4.3.7): `\` and one to six hexadecimal digits, or any other character, which then means
 * itself.
 */
function unescapeCss(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|\n|(.))/gis, (_, code: string | undefined, character: string | undefined) => {
    if (code === undefined) return character ?? "";
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point);
  });
}
