import type { GrowingText } from "./measure-growth.ts";

type Repeat = string | [head: string, pump: string, tail?: string];

/** Repeats for code that scans a text without building a tree: titles and headings, style sheets, manifests, sitemaps. */
const SCANNED: readonly Repeat[] = [
  ...[
    "<h1",
    "<h1>",
    "<h1>a</h1>",
    "</h1",
    "<title ",
    "<title>",
    '<h1 a="',
    "<h1 a='",
    "<script ",
    "<script>",
    "<",
    "</",
    "<!--",
    "&",
  ],
  ...[
    "<script speculationrules ",
    "<![CDATA[",
    "<?",
    " ",
    "\n",
    "a",
    "url(",
    'url("',
    "url('",
    "url( ",
    "/*",
    '"',
    "'",
    '\\"',
    "\\",
  ],
  ...[
    "@import ",
    '@import "',
    "@namespace ",
    "@namespace;",
    "url(a ",
    "url(x),",
    "[",
    '{"icons":',
    "http://a.example/\n",
    "\r",
  ],
  ["url(x)", '\\"'],
  ['url(x) "', '\\"'],
  ["url(x) '", "\\'\\\""],
  ["url(x)", "@namespace "],
  ["<urlset>", "<url><loc>http://a.example/</loc></url>"],
  ["<urlset>", "<url><loc>"],
  ["<urlset><url><loc>", "&#1"],
  ["<urlset><url>", '<link rel="alternate" href="http://a.example/">'],
  ["<urlset><url>", '<link rel="'],
  ["<feed><entry><link ", " href='x", ">"],
  ["<feed><entry>", "<updated>2020"],
  ['{"icons":[', '{"src":"a"},', '{"src":"b"}]}'],
];

/** Repeats for code that builds a tree. */
const TAKEN_APART: readonly Repeat[] = [
  ...[
    "<h1",
    "<title ",
    '<h1 a="',
    "<h1>",
    "<div>",
    "<p><b>",
    "<a href=x>",
    "<a id=b></a>",
    "<nobr>",
    "<table><tr><td>",
    "<select><option>",
  ],
  ...[
    "<script>'</script>",
    "<style>a{background:url(x)}</style>",
    "<template shadowrootmode=open>",
    '<iframe srcdoc="<p>x">',
    "<svg>",
  ],
  ...[
    "<br>",
    "<button>a",
    "<p lang=de>a",
    "<p class=a>x</p>",
    "<label>x<input placeholder=y title=z>",
    "<sup>1</sup>",
    "&amp;",
    "<!--",
  ],
  [`<p style="`, "a:url(x);", `">`],
  ["<style>url(x)", "@namespace "],
  ["<style>url(x)", '\\"'],
  ['<p class="', "a ", '">x'],
  ['<img srcset="', "a (", '">'],
  ['<img srcset="', ", ", '">'],
  ['<meta http-equiv=refresh content="', "1 ", '">'],
  ["<sup>1", " "],
  ["<p ", " a=b", ">"],
  ["<table>", "<a>"],
  ["", `<script>${'"\\"'.repeat(5_000)}</script>`],
];

export const SCANNED_TEXTS = SCANNED.map(toText);
export const TEXTS_TAKEN_APART = TAKEN_APART.map(toText);

function toText(repeat: Repeat): GrowingText {
  const [head, pump, tail = ""] = typeof repeat === "string" ? ["", repeat] : repeat;
  return { head, pump, tail };
}
