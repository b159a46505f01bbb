import { makeQuotedEnd } from "./quoted-end.ts";

/** More URLs than this in one style sheet are left out. */
const MAX_URLS = 500;

/** Where something begins that may hold a URL, or text that only looks like one. Each part is short: it is looked for once at a place. */
const MARK = /\/\*|["'\\]|\burl\(\s*|@import\s+|@namespace/gi;
const UNQUOTED = /((?:[^\s"'()\\]|\\.)+)\s*\)/sy;

/**
 * The URLs that a style sheet or a `style` attribute asks for, as they stand there, each once: `url(a.png)`, `url("a.png")`,
 * `@import "a.css"` (CSS Syntax 3, 4.3.6; CSS Cascade 4, 2). `#marker` inside the document is none. Takes time proportional to the length.
 */
export function cssUrls(css: string): string[] {
  if (!/url\(|@import/i.test(css)) return [];
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
  for (let at = nextMark(css, 0); at; at = nextMark(css, at.end)) {
    const mark = at.mark.toLowerCase();
    if (mark === "\\") at.end += 1;
    else if (mark === "/*") at.end = endOf("*/", css, at.end);
    else if (mark === "@namespace") at.end = endOf(";", css, at.end);
    else if (mark === '"' || mark === "'") at.end = Math.max(quotedEnd(at.end - 1), at.end);
    else if (css[at.end] === '"' || css[at.end] === "'") {
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

/** The next mark from `from` on, and the index after it. */
function nextMark(css: string, from: number): { mark: string; end: number } | null {
  MARK.lastIndex = from;
  const found = MARK.exec(css);
  return found && { mark: found[0], end: MARK.lastIndex };
}

/** The index after the next `mark`; the end of the sheet where there is none. */
function endOf(mark: string, css: string, from: number): number {
  const found = css.indexOf(mark, from);
  return found === -1 ? css.length : found + mark.length;
}

/** CSS Syntax 3, 4.3.7: `\` and one to six hexadecimal digits, or any other character, which then means itself. */
function unescapeCss(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|\n|(.))/gis, (_, code: string | undefined, character: string | undefined) => {
    if (code === undefined) return character ?? "";
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point);
  });
}
