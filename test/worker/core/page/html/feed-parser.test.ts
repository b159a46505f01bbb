import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterMap, Parser } from "parse5";
import { describe, expect, it } from "vitest";
import { feedParser } from "#worker/core/page/html/feed-parser.ts";

const NASTY = [
  "",
  "plain",
  " \n leading <p> white \t space </p> \n ",
  "<p>a&amp;b &lt;i&gt; &notin; &copy &#x80; &#0; & ok &",
  "<p title='a&amp;b' lang=en data-x=\"1\" DATA-Y=2 data-x=3>x",
  '<a href="one" href="two">twice</a><a href = "spaced">x</a><a href="a"id="b">touching</a>',
  "<input disabled><input disabled=><br/><br / ><p/>in</p>",
  '<p title="a>b">x</p><p title="unclosed>x</p><b>never a tag',
  "<P>Capitals</P><Div CLASS=x>y</dIV>",
  "<pre>\n\nfirst line</pre><textarea>\n\nx <b> &amp;</textarea><listing>\nx</listing>",
  "<title>a <b> &amp; c</title><style>p > a { }</style><script>if (a < b && c > d) '<p>'</script>after",
  "<script><!-- <script> </script> --> </script><p>x",
  "<noscript><p>x</p></noscript><iframe><p>x</p></iframe><noembed><b></noembed><xmp><b></xmp>y",
  "<!-- a > b --><!--> <!---> <!-- -- > --!><!doctype html><!bogus> </> </ p> <?xml x?>text",
  "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN'><p><table><tr><td>quirks",
  "<table> text <b>foster</b> \n <tr> more <td>cell</td> &nbsp; </tr></table>",
  "<table><colgroup> <col> x <tr><td></table><caption>x",
  "<select> a <option>b <optgroup>c <p>d</select>e <select><table><tr>",
  "<b><i>mis</b>nested</i> <a>one<a>two <p><b>x</p>y</b>",
  "<ul><li>one<li>two <ul><li>x</ul></ul><dl><dt>a<dd>b</dl>",
  "<svg viewbox='0 0' xlink:href='#a'><title>t</title> <![CDATA[ <p> ]]> <foreignObject><p>x</foreignObject><p>out",
  "<math><mi>x</mi> <annotation-xml encoding='text/html'><p>x</p></annotation-xml><mtext><b>y",
  "<template><tr><td>x</td></tr> <p>y</template><col>z",
  "<html lang=en><head><title>x</title></head> <body> <html class='late'><body id='late'>x</body> y </html> z",
  "<frameset><frame> a b </frameset> c <noframes>x</noframes>",
  "<p>x<FRAMESET cols=1> a b <frame></FRAMESET>",
  "<head> <p>x</head> <base href='/'><link rel=x><meta charset=x>",
  "a\r\nb\rc <pre>\r\n\r\nx</pre><p title='a\r\nb'>",
  "a\0b <p\0x>\0</p><table>\0</table><svg>\0</svg><title>\0</title>",
  "\uD800 lone <p>\uD83D\uDE00 pair \uDC00</p \uD83D\uDE00>\uFEFF\u0001\u0080\uFFFF",
  "<plaintext><p>all the rest </plaintext> &amp;",
  "<p a:b='1' _x='2' x.y='3' é='4' @click='5' :to='6' #x='7'>x</p><my-part>y</my-part><o:p>z</o:p>",
  `<p ${Array.from({ length: 50 }, (_, index) => `a${index % 40}="${index}"`).join(" ")}>many`,
  "<a b='c",
  '<a b="c\' d>" e>f',
  "<p><",
  "<p></",
  "<p>x</p",
  `<!--${"> ".repeat(3000)}--><p>after`,
  `<script>${"a > b; ".repeat(3000)}</script><p>after &amp; <i>`,
];

const PIECES = [
  ...[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href='x'>",
    '<a href="y" id=z>',
    "</a>",
    '<div class="a b">',
    "</div>",
    "<table>",
    "</table>",
  ],
  ...[
    "<tr>",
    "<td>",
    "</td>",
    "<svg>",
    "</svg>",
    "<math>",
    "<select>",
    "<option>",
    "</select>",
    "<template>",
    "</template>",
    "<pre>",
  ],
  ...[
    "<title>",
    "</title>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<br>",
    "<br/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<form>",
  ],
  ...[
    "</form>",
    "<li>",
    "<ul>",
    "</ul>",
    "<h1>",
    "</h2>",
    "<button>",
    "<nobr>",
    "<head>",
    "<body>",
    "</body>",
    "</html>",
    "<image>",
  ],
  ...[
    "&amp;",
    "&",
    ";",
    "<",
    ">",
    "'",
    '"',
    "=",
    "/",
    " ",
    "\n",
    "\t",
    "\r",
    "\r\n",
    "word",
    "two words ",
    " a",
    "é",
    "\uD83D\uDE00",
    "<P>",
  ],
  ...[
    "<p title='",
    "<p title=",
    "<foreignObject>",
    "<caption>",
    "<col>",
    "<input type=hidden>",
    "<noscript>",
    "<textarea>",
    "</textarea>",
  ],
];

/** Numbers that look random and are the same each time (Numerical Recipes' linear congruential generator). */
function* numbers(seed: number): Generator<number, never, undefined> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

function madeUpPages(count: number): string[] {
  const random = numbers(7);
  const next = () => random.next().value >>> 8;
  return Array.from({ length: count }, () =>
    Array.from({ length: next() % 40 }, () => PIECES[next() % PIECES.length]).join(""),
  );
}

function fixturePages(): string[] {
  const root = join(import.meta.dirname, "..", "..", "..", "..", "fixtures");
  const pages = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.html?$/.test(file));
  return pages.map((file) => readFileSync(join(root, file), "utf8"));
}

/** A document as text, in which two trees differ wherever they differ. */
function treeOf(feed: (parser: Parser<DefaultTreeAdapterMap>) => void): string {
  const parser = new Parser<DefaultTreeAdapterMap>();
  feed(parser);
  return JSON.stringify(parser.document, (key, value: unknown) => (key === "parentNode" ? undefined : value), 1);
}

const ofTokenizer = (page: string) => treeOf((parser) => parser.tokenizer.write(page, true));
const ofFeeding = (page: string) => treeOf((parser) => feedParser(parser, page));

describe("feedParser", () => {
  it.each(NASTY)("builds the same tree as the tokenizer from %j", (page) => {
    expect(ofFeeding(page)).toBe(ofTokenizer(page));
  });

  it("builds it from pages truncated anywhere", () => {
    for (const page of NASTY.filter(({ length }) => length < 300))
      for (let end = 0; end < page.length; end++) expect(ofFeeding(page.slice(0, end))).toBe(ofTokenizer(page.slice(0, end)));
  });

  it("builds it from random pages", () => {
    for (const page of madeUpPages(4_000)) expect(ofFeeding(page), page).toBe(ofTokenizer(page));
  });

  it("builds it from all pages of the fixtures", () => {
    const pages = fixturePages();
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(ofFeeding(page)).toBe(ofTokenizer(page));
  });

  it("takes linear time even if it alternates with the tokenizer", () => {
    const timed = (page: string) => {
      const startedAt = performance.now();
      feedParser(new Parser<DefaultTreeAdapterMap>(), page);
      return performance.now() - startedAt;
    };
    for (const part of ["<!-- > ", "<p title='&'>&amp;</p>", "<script>a > b", "<a b='", "< > ", "<a b=\"c' "])
      expect(timed(part.repeat(200_000 / part.length))).toBeLessThan(2_000);
  });
});
