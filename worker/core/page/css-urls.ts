/** More URLs than this in one style sheet are left out. */
const MAX_URLS = 500;

/** `url(a.png)`, `url("a.png")`, `@import "a.css"` (CSS Syntax 3, 4.3.6; CSS Cascade 4, 2). Quoted ones may hold escapes and brackets. */
const REFERENCE =
  /(?:\burl\(\s*|@import\s+)(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')|\burl\(\s*((?:[^\s"'()\\]|\\.)+)\s*\)/gis;
/** Comments, and strings so that a comment sign inside one is none. */
const COMMENT = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*.*?(?:\*\/|$)/gs;
const NAMESPACE = /@namespace[^;]*;/gi;

/** The URLs that a style sheet or a `style` attribute asks for, as they stand there, each once; `#marker` inside the document is none. */
export function cssUrls(css: string): string[] {
  if (!/url\(|@import/i.test(css)) return [];
  const bare = css.replace(COMMENT, (_, text: string | undefined) => text ?? " ").replace(NAMESPACE, "");
  const urls = new Set<string>();
  for (const [, double, single, plain] of bare.matchAll(REFERENCE)) {
    const url = unescapeCss(double ?? single ?? plain ?? "").trim();
    if (url !== "" && !url.startsWith("#")) urls.add(url);
    if (urls.size >= MAX_URLS) break;
  }
  return [...urls];
}

/** CSS Syntax 3, 4.3.7: `\` and one to six hexadecimal digits, or any other character, which then means itself. */
function unescapeCss(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|\n|(.))/gis, (_, code: string | undefined, character: string | undefined) => {
    if (code === undefined) return character ?? "";
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point);
  });
}
