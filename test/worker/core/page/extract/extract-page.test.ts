import { describe, expect, it } from "vitest";
import { extractPage, MAX_BLOCKS } from "#worker/core/page/extract/extract-page.ts";
import { MAX_BLOCK_LENGTH } from "#worker/core/page/extract/run-text.ts";

const url = "https://example.com/docs/page";
const extract = (html: string) => extractPage(html, { url });
const texts = (html: string) => extract(html).blocks.map((block) => block.text);
const kinds = (html: string) => extract(html).blocks.map((block) => [block.kind, block.text]);

describe("extractPage without texts", () => {
  it("returns everything else unchanged", () => {
    const html =
      "<html lang=en><title>Bread</title><h1 id=rye>Rye</h1><p>Our <a href=/menu name=m>menu</a>.<script src=x.js></script>";
    const whole = extract(html);
    expect(whole.blocks).toHaveLength(3);
    expect(extractPage(html, { url, withTexts: false })).toEqual({ ...whole, blocks: [] });
  });
});

describe("extractPage: runs of text", () => {
  it.each([
    ["<p>wo<b>rd</b></p>", ["word"]],
    ["<p>one<br>two</p>", ["one two"]],
    ["<p>  a \n\t b&nbsp; c </p>", ["a b c"]],
    ["<p>syl&shy;la&#8203;ble<wbr>s</p>", ["syllables"]],
    ["<div>before<p>inside</p>after</div>", ["before", "inside", "after"]],
    ["<span>before<p>inside</p>after</span>", ["before", "inside", "after"]],
    ["<p>See the <a href=/x>list</a>.</p>", ["See the list."]],
    ["<p>See<a id=x></a>n</p>", ["Seen"]],
    ["<nav><a href=/>Home</a><a href=/a>About</a></nav>", ["Home About"]],
    ["<p><span>Price</span><span>10</span></p>", ["Price 10"]],
    ["<p><b>wo</b><i>rd</i></p>", ["word"]],
    ["<p>i<span>Phone</span></p>", ["iPhone"]],
    ["<p>H<sub>2</sub>O</p>", ["H2O"]],
    ["<p>A word<sup>1</sup> and<sup><a href=#n>[2]</a></sup>.</p>", ["A word\uFFFC and\uFFFC."]],
    ["<p>the 10<sup>th</sup></p>", ["the 10th"]],
    ["<ruby>漢<rp>(</rp><rt>kan</rt></ruby>", ["漢"]],
    ["<ul><li>one<li>two</ul>", ["one", "two"]],
    ["<table><tr><td>a<td>b</table>", ["a", "b"]],
    ["<p>|</p><p>—</p><p>2026</p>", ["2026"]],
  ])("%s", (html, expected) => {
    expect(texts(html)).toEqual(expected);
  });
});

describe("extractPage: content that is not prose", () => {
  it.each([
    ["<p>run <code>x</code> now</p>", ["run \uFFFC now"]],
    ["<p><kbd>Ctrl</kbd> quits</p>", ["\uFFFC quits"]],
    ["<p>before</p><pre>code here</pre><p>after</p>", ["before", "after"]],
    ["<p>the <img src=a> the</p>", ["the \uFFFC the"]],
    ["<p><img src=a alt=''> Home <svg><title>icon</title><text>t</text></svg></p>", ["Home"]],
    ["<p><i class='material-icons'>arrow_back</i> Back</p>", ["Back"]],
    ["<p>by <span translate=no>Gugel</span> and <b class='x notranslate'>Gugl</b></p>", ["by \uFFFC and \uFFFC"]],
    ["<div contenteditable>draft</div><div contenteditable=false>kept</div>", ["kept"]],
    ["<textarea>typed</textarea><script>var a</script><style>a{}</style><noscript>off</noscript>", []],
    ["<template><p>later</p></template><datalist><option>x</datalist>", []],
    ["<p hidden>a</p><p inert>b</p><p aria-hidden=true>c</p><p data-flawless-hidden>d</p>", []],
    ["<p style='color:red; DISPLAY : none'>a</p><p style='visibility:hidden'>b</p><p style='--display:none'>c</p>", ["c"]],
    ["<dialog>closed</dialog><dialog open>opened</dialog><div popover>p</div>", ["opened"]],
    ["<details><summary>More</summary>text</details>", ["More", "text"]],
    ["<p>wo<span hidden>x</span>rd</p>", ["word"]],
    ["<math><mi>x</mi></math><samp>out</samp><var>v</var>", []],
    ["<iframe>old</iframe><video>old</video><canvas>old</canvas><object>old</object>", []],
  ])("%s", (html, expected) => {
    expect(texts(html)).toEqual(expected);
  });
});

describe("extractPage: kinds", () => {
  it.each([
    [
      "<title>T &amp; T</title><meta name=Description content=D><meta property=og:title content=O>",
      [
        ["title", "T & T"],
        ["description", "D"],
        ["social", "O"],
      ],
    ],
    [
      "<meta property=og:site_name content=S><meta name=application-name content=A><meta name=author content=N><meta name=generator content=G>",
      [
        ["name", "S"],
        ["name", "A"],
        ["name", "N"],
      ],
    ],
    [
      "<h2>H</h2><div role=heading>R</div>",
      [
        ["heading", "H"],
        ["heading", "R"],
      ],
    ],
    ["<blockquote><p>Q</p></blockquote>", [["quote", "Q"]]],
    [
      "<figure><img alt='A cat'><figcaption>C</figcaption></figure>",
      [
        ["alt", "A cat"],
        ["caption", "C"],
      ],
    ],
    [
      "<p>Press <button>Save</button> now</p>",
      [
        ["button", "Save"],
        ["paragraph", "Press \uFFFC now"],
      ],
    ],
    [
      "<label>Name <input placeholder='Your name'></label><input type=submit value=Send>",
      [
        ["placeholder", "Your name"],
        ["label", "Name"],
        ["button", "Send"],
      ],
    ],
    [
      "<select><optgroup label=Group><option>One<option>Two</select>",
      [
        ["option", "Group"],
        ["option", "One"],
        ["option", "Two"],
      ],
    ],
    [
      "<p><abbr title='World Health'>WHO</abbr></p>",
      [
        ["tooltip", "World Health"],
        ["paragraph", "WHO"],
      ],
    ],
    [
      "<nav aria-label='Main menu'><svg aria-label=Logo></svg></nav>",
      [
        ["aria-label", "Main menu"],
        ["aria-label", "Logo"],
      ],
    ],
    [
      "<td>x</td><table><td><div>cell</div></table>",
      [
        ["text", "x"],
        ["cell", "cell"],
      ],
    ],
    [
      "<constructor>odd</constructor><p __proto__=x>fine</p>",
      [
        ["text", "odd"],
        ["paragraph", "fine"],
      ],
    ],
  ])("%s", (html, expected) => {
    expect(kinds(html)).toEqual(expected);
  });
});

describe("extractPage: language", () => {
  const langs = (html: string) => extract(html).blocks.map((block) => [block.lang, block.text]);
  it.each([
    [
      "<html lang=en_us><p>a</p><p lang=de>b</p>",
      [
        ["en-US", "a"],
        ["de", "b"],
      ],
    ],
    [
      "<html xml:lang=fr><p>a</p><p lang=''>b</p>",
      [
        ["fr", "a"],
        [null, "b"],
      ],
    ],
    [
      "<html lang=en><p>He said <q lang=fr>bonjour</q> twice</p>",
      [
        ["fr", "bonjour"],
        ["en", "He said \uFFFC twice"],
      ],
    ],
    ["<html lang=en><p>same <i lang=EN>words</i></p>", [["en", "same words"]]],
    ["<html lang='no such thing!'><p>a</p>", [[null, "a"]]],
    ["<meta http-equiv=content-language content=nl><p>a</p>", [["nl", "a"]]],
    ["<html lang=de><img alt=x lang=en>", [["en", "x"]]],
  ])("%s", (html, expected) => {
    expect(langs(html)).toEqual(expected);
  });
});

describe("extractPage: shadow trees", () => {
  it("reads them as displayed, with slots filled", () => {
    const html = `<x-card><template shadowrootmode=open><h2><slot name=head>none</slot></h2><p>In the shadow</p><slot></slot></template>
      <b slot=head>Heading</b><p>Light</p></x-card>`;
    expect(texts(html)).toEqual(["Heading", "In the shadow", "Light"]);
    expect(extract(html).blocks.map((block) => block.selector)).toEqual([
      "body > x-card",
      "body > x-card",
      "body > x-card > p",
    ]);
  });
});

describe("extractPage: the page as a whole", () => {
  it("reads title, canonical address, robots and anchors", () => {
    const page =
      extract(`<base href=/base/><title> A  title </title><link rel="x Canonical" href=c><meta name=ROBOTS content="noindex, nofollow">
      <p id=one><a name=two></a><svg><title>Icon</title></svg>`);
    expect(page).toMatchObject({
      title: "A title",
      canonical: "https://example.com/base/c",
      anchors: ["one", "two"],
    });
  });

  it.each([
    ["<script>run()</script>", true],
    ["<script type=module src=a.js></script>", true],
    ["<script type='text/javascript; charset=utf-8' src=a.js></script>", true],
    ["<body onload=start()>", true],
    ["<img onerror=x()>", true],
    ["<link rel=stylesheet href=a.css>", true],
    ["<style>.x{display:none}</style>", true],
    ["<style>@import 'a.css'</style>", true],
    ["<script type='application/ld+json'>{}</script>", false],
    ["<script type=text/template>x</script>", false],
    ["<style>p{color:red}</style>", false],
    ["<link rel=stylesheet media=print href=p.css>", false],
    ["<a onclick=go()>x</a>", false],
    ["<noscript><link rel=stylesheet href=a.css></noscript>", false],
    ["<template><script>x</script></template>", false],
    ["<p>plain</p>", false],
  ])("%s can change its text: %s", (html, scripted) => {
    expect(extract(html).scripts !== "").toBe(scripted);
  });
});

describe("extractPage: hostile pages", () => {
  it("reads text below 100,000 nested elements, as a browser does", () => {
    const page = extract(`${"<div>".repeat(100_000)}deep`);
    expect(page.blocks.map((block) => block.text)).toEqual(["deep"]);
    expect(page.truncated).toBeUndefined();
  });

  it.each([
    [
      "unclosed formatting in many paragraphs",
      Array.from({ length: 5_000 }, (_, i) => `<b a${i}>`).join("") + "<p>x".repeat(5_000),
    ],
    ["nested tables", "<table>".repeat(20_000)],
    [
      "many slots",
      `<div><template shadowrootmode=open>${"<slot></slot>".repeat(20_000)}</template>${"<i>x</i>".repeat(20_000)}</div>`,
    ],
    ["many attributes", `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(" ")}>x`],
    ["nested shadow trees", "<b><template shadowrootmode=open>".repeat(2_000)],
    ["spaces and pictures", `<p>${"<img> ".repeat(50_000)}x`],
    ["a style of separators", `<p style="${";  ".repeat(200_000)}">x`],
    ["a srcset of commas", `<img srcset="${"a,(".repeat(200_000)}">`],
    ["an address of commas in a srcset", `<img srcset="a${",".repeat(1_000_000)}b">`],
    ["refreshes that only wait", `<meta http-equiv=refresh content="${" ".repeat(10_000)}">`.repeat(500)],
  ])("ends quickly: %s", (_name, html) => {
    const started = performance.now();
    expect(Array.isArray(extract(html).blocks)).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("stops at the maximum number of Blocks, and sets truncated", () => {
    const page = extract("<p>word".repeat(MAX_BLOCKS + 5));
    expect(page.blocks).toHaveLength(MAX_BLOCKS);
    expect(page.truncated).toBe(true);
  });

  it("drops links whose selectors together would fill the memory, and sets truncated", () => {
    const page = extract(`${`<x-${"y".repeat(9_000)}>`.repeat(400)}${"<a href=/x>z</a>".repeat(1_000)}`);
    const kept = page.links.reduce((sum, { selector }) => sum + selector.length, 0);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(25_000_000);
    expect(page.truncated).toBe(true);
  });

  it("splits a long text between words without losing any", () => {
    const words = "word ".repeat(10_000).trim();
    const found = texts(`<p>${words}</p>`);
    expect(found.every((text) => text.length <= MAX_BLOCK_LENGTH)).toBe(true);
    expect(found.join(" ")).toBe(words);
  });

  it.each(["", "\0", "<", "<!doctype", "\uD800", "<p", "</p></body></html>", "<frameset><frame src=a>"])(
    "survives %j",
    (html) => {
      expect(() => extract(html)).not.toThrow();
    },
  );
});

describe("extractPage: hashes", () => {
  it("depend only on kind, language and text", () => {
    const [a, b, c, d, e] = extract("<p>t</p><section><p>t</p></section><h1>t</h1><p lang=de>t</p><p>u</p>").blocks;
    expect(a?.hash).toMatch(/^[0-9a-f]{32}$/);
    expect(b?.hash).toBe(a?.hash);
    expect(new Set([a, c, d, e].map((block) => block?.hash)).size).toBe(4);
  });
});
