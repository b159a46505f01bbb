import { describe, expect, it } from "vitest";
import { READING_VERSION } from "#worker/core/crawl/reading-version.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";
import { hashOf } from "#worker/core/text/text-hash.ts";

/** A page with every kind of link, text and place. */
const PAGE = `<!doctype html><html lang="en"><head><base href="/shop/"><title>Our bread</title>
<meta name="description" content="Bread from Tuesday to Sunday."><meta property="og:image" content="/og.jpg">
<meta property="og:site_name" content="The Bakery"><meta name="author" content="A Baker">
<meta http-equiv="refresh" content="90; url=/next"><link rel="canonical" href="/bread"><link rel="icon" href="/i.ico">
<link rel="alternate" hreflang="de" href="/de/"><link rel="manifest" href="m.json"><link rel="preload" href="p.js"><link rel="preload" as="image" imagesrcset="i1.png 1x">
<link rel="stylesheet" href="a.css"><style>body { background: url(b.png) } p { background: image-set("b2.png" 2x) }</style><script src="s.js"></script></head><body background="w.gif">
<h1 id="top-1">Bread</h1><h2><br></h2><nav><a href="#top-1">Up</a><a name="old" href="x.html?utm_source=y#z">A <b>link</b></a></nav>
<a href="http://exa mple.com">x</a><a href="htp://mill.example">x</a><form method="post" action="http://"></form>
<p>Rye <code>x</code> <span hidden>no</span><sup>1</sup>, <i class="material-icons">add</i> oats. <a href="mailto:a@b.example">Write</a></p>
<p style="background: url('c.png')">Call <a href="TEL:+49 1">us</a> <a href="javascript:void 0">now</a></p>
<img src="1.jpg" srcset="2.jpg 2x, 3.jpg 3x" alt="A loaf"><map><area href="area.html" alt="There"></map>
<picture><source srcset="4.webp"><img src="5.jpg"></picture><video src="6.mp4" poster="7.jpg"><track src="8.vtt"></video>
<audio src="9.mp3"></audio><iframe src="10.html" title="A map"></iframe><embed src="11.svg"><object data="12.pdf"></object>
<svg><image href="13.png"/><use href="14.svg#a"/></svg><form action="/find"><input placeholder="Search here"><input type="image" src="15.png" alt="Go"></form>
<form method="post" action="http://mill.example/send"><button formaction="/draft" formmethod="get">Send it</button></form><meta http-equiv="refresh" content="90 /then"><ul><li>One<li>Two</ul><table><tr><td>Cell</td></tr></table>
<template><p>Not here</p></template><div><template shadowrootmode="open"><p>In the shade</p><a href="shade.html">go</a></template></div>
</body></html>`;

describe("READING_VERSION", () => {
  // When this fails, pages are read otherwise than before: raise EXTRACTION in reading-version.ts, then take the new value over.
  it("was raised with the last change of the extraction", () => {
    const { placed, ...snapshot } = makeSnapshot(extractPage(PAGE, { url: "https://bakery.example/menu" }));
    const said = placed.map(({ kind, text, lang }) => [kind, text, lang]);
    const kinds = new Set(snapshot.links.map(({ element, rel }) => (element === "link" ? `${element} ${rel}` : element)));
    expect(kinds.size).toBeGreaterThan(20);
    const links = snapshot.links.map(({ url, element, rel }) => [url, element, rel]);
    expect([READING_VERSION, hashOf([JSON.stringify([said, links, snapshot.anchors])])]).toMatchInlineSnapshot(`
      [
        "10-7",
        "fd29d367c48a90163c81e2a3093a9143",
      ]
    `);
  });
});
