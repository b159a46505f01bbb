import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { srcsetUrls } from "#worker/core/page/html/srcset.ts";

const links = (html: string) => extractPage(html, { url: "https://example.com/docs/page" }).links;
const urls = (html: string) => links(html).map((link) => link.url);

const at = (path: string) => `https://example.com${path}`;

describe("links of a page", () => {
  it.each([
    ["<a href=a#b>x</a>", ["https://example.com/docs/a#b"]],
    ["<a href=''>x</a>", ["https://example.com/docs/page"]],
    ["<base href=/other/><a href=a>x</a>", ["https://example.com/other/a"]],
    ["<map><area href=/m alt=M></map>", ["https://example.com/m"]],
    [
      "<img src=/i.png srcset='/i1.png 1x, /i2.png 2x'>",
      ["https://example.com/i.png", "https://example.com/i1.png", "https://example.com/i2.png"],
    ],
    ["<video src=/v poster=/p><source src=/s><track src=/t></video><audio src=/a>", ["/v", "/p", "/s", "/t", "/a"].map(at)],
    ["<iframe src=/f></iframe><script src=/j></script>", ["https://example.com/f", "https://example.com/j"]],
    ["<link rel='stylesheet' href=/c><link rel=ICON href=/i>", ["https://example.com/c", "https://example.com/i"]],
    ["<form method=' Post' action=http://x.example/buy>", ["http://x.example/buy"]],
    ["<form action=/send>", ["https://example.com/send"]],
    ["<form method=get action=/find>", ["https://example.com/find"]],
    ["<form action=/a><button formaction=/b>x</button><input type=submit formaction=/c></form>", ["/a", "/b", "/c"].map(at)],
    ["<form method=post><button formaction=/find formmethod=get>x</button></form>", [at("/find")]],
    ["<form method=post action=/x><button formaction=http://x.example/buy>x</button></form>", ["http://x.example/buy"]],
    ["<frameset><frame src=/f></frameset>", ["https://example.com/f"]],
    ["<meta property=og:image content=/o.png>", ["https://example.com/o.png"]],
    ["<meta name='Twitter:Image' content=/t.png>", ["https://example.com/t.png"]],
    ["<link rel=manifest href=/m><link rel='shortcut icon' href=/s>", ["https://example.com/m", "https://example.com/s"]],
    ["<link rev=made href=/someone@example.com>", ["https://example.com/someone@example.com"]],
    [
      "<link rel=canonical href=/c><link rel=alternate hreflang=de href=/de>",
      ["https://example.com/c", "https://example.com/de"],
    ],
    ["<picture><source srcset='/a.webp 1x, /b.webp 2x'><img src=/c></picture>", ["/a.webp", "/b.webp", "/c"].map(at)],
    ["<p style=\"background: url('/s.png')\">x</p>", ["https://example.com/s.png"]],
    [
      "<style>@import '/i.css'; p { background: url(/u.png) }</style>",
      ["https://example.com/i.css", "https://example.com/u.png"],
    ],
    ["<svg><image href=/p.png /><use xlink:href='/s.svg#sign'></use></svg>", ["/p.png", "/s.svg#sign"].map(at)],
    ["<a href='mailto:Ann@example.com?subject=Hi'>x</a>", ["mailto:Ann@example.com?subject=Hi"]],
    ["<a href=' TEL:+49 30 1 '>x</a>", ["tel:+49 30 1"]],
    [`<meta http-equiv=Refresh content="5; URL='/next'">`, ["https://example.com/next"]],
    ['<meta http-equiv=refresh content="0;/next">', [at("/next")]],
    ['<meta http-equiv=refresh content=" 5 url = /next">', [at("/next")]],
    [`<meta http-equiv=refresh content="5, 'next' and more">`, [at("/docs/next")]],
    [`<meta http-equiv=refresh content="1.5;url='/next">`, [at("/next")]],
    ["<svg><a xlink:href=/s><text>x</text></a></svg>", ["https://example.com/s"]],
    ["<a href='http://exa mple.com/'>x</a>", ["http://exa mple.com/"]],
    ["<a href=' http:// '>x</a><img src=htp://x.example/a.png>", ["http://", "htp://x.example/a.png"]],
    ["<a href='file:///C:/Menu.pdf'>x</a>", ["file:///C:/Menu.pdf"]],
    ["<a href=http:///a>x</a><a href=https//x.example>y</a>", ["http://a/", at("/docs/https//x.example")]],
    ["<a href=http://http://x.example>x</a>", ["http://http//x.example"]],
    ["<link rel=preload as=image imagesrcset='/p1 1x, /p2 2x'>", ["/p1", "/p2"].map(at)],
    ["<a href='C:\\plans\\menu.pdf'>x</a><a href=d:/menu.pdf>y</a>", ["C:\\plans\\menu.pdf", "d:/menu.pdf"]],
    ["<link rel=preload href=/p><link rel=modulepreload href=/m>", ["/p", "/m"].map(at)],
    ["<div hidden><a href=/h>x</a></div>", ["https://example.com/h"]],
    ["<x-a><template shadowrootmode=open><a href=/s>x</a></template></x-a>", ["https://example.com/s"]],
  ])("%s", (html, expected) => {
    expect(urls(html)).toEqual(expected);
  });

  it.each([
    "<a href=/cdn-cgi/l/email-protection#7a1b>x</a>",
    "<form action=/buy method=POST>",
    "<form method=dialog action=/x>",
    "<form method=post><button formaction=/x>x</button></form>",
    "<form><button formaction=/x formmethod=dialog>x</button></form>",
    "<meta http-equiv=refresh content='; url=/x'>",
    "<meta http-equiv=refresh content='5;'>",
    "<meta http-equiv=refresh content='5; url='>",
    "<meta http-equiv=refresh content='soon /x'>",
    "<svg><use href='#sign'></use></svg>",
    "<div style='fill: url(#shade)'></div>",
    "<meta property=og:title content=/t>",
    "<button form=f formaction=/b>x</button><form id=f method=post></form>",
    "<meta name=twitter:image content=' '>",
    "<noscript><style>p { background: url(/n) }</style></noscript>",
    "<a href='javascript:void(0)'>x</a>",
    "<img src='data:image/png;base64,x'>",
    `<p style="background: url('http://')">x</p><form method=post action='http://'></form>`,
    "<a>x</a>",
    "<img src=''>",
    "<link rel=preconnect href=https://cdn.example/>",
    "<link rel=dns-prefetch href=//cdn.example/>",
    "<template><a href=/t>x</a></template>",
    "<noscript><a href=/n>x</a></noscript>",
    "<form><input name=x></form>",
    "<meta http-equiv=refresh content=5>",
    `<a href=/${"a".repeat(9000)}>x</a>`,
  ])("leaves %s out", (html) => {
    expect(urls(html)).toEqual([]);
  });

  it("returns the fields that the owner sees", () => {
    expect(links("<p id=p><a href=' /x ' rel=nofollow>Read <b>more</b> <code>now</code><img alt='Icon'></a>")[0]).toEqual({
      url: "https://example.com/x",
      href: " /x ",
      text: "Read more now Icon",
      element: "a",
      rel: "nofollow",
      selector: "#p > a",
    });
  });

  it("gives URLs in styles and preview pictures their own element names", () => {
    const found = links(
      "<meta property=og:image content=/o><p style='background: url(/p)'>x</p><style>a { background: url(/s) }</style>",
    );
    expect(found.map(({ element, text }) => [element, text])).toEqual([
      ["og:image", ""],
      ["style", ""],
      ["style", ""],
    ]);
  });

  it("names a link without text by its label", () => {
    expect(links("<a href=/x aria-label='Go home'><svg></svg></a>")[0]?.text).toBe("Go home");
  });
});

describe("srcsetUrls", () => {
  it.each([
    ["a.jpg", ["a.jpg"]],
    ["a.jpg, b.jpg 2x", ["a.jpg", "b.jpg"]],
    ["a,1.jpg 100w, b.jpg", ["a,1.jpg", "b.jpg"]],
    ["a.jpg,", ["a.jpg"]],
    ["a,,b.jpg,, c.jpg", ["a,,b.jpg", "c.jpg"]],
    ["a.jpg (1,2), b.jpg", ["a.jpg", "b.jpg"]],
    [" , ,", []],
    ["", []],
  ])("%j", (srcset, expected) => {
    expect(srcsetUrls(srcset)).toEqual(expected);
  });
});
