import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import type { PageSource } from "#worker/core/page/page-source.ts";

const PAGE = "https://bakery.example/menu/";
const read = (html: string, source: PageSource = {}) => {
  const { links, canonical, related, blocks, title, lang, anchors } = extractPage(html, { url: PAGE, ...source });
  return {
    links: links.map(({ url }) => url),
    canonical,
    related,
    texts: blocks.map(({ text }) => text),
    title,
    lang,
    anchors,
  };
};

describe("a page in another encoding", () => {
  it("has queries in that encoding, in its text and in its head", () => {
    const html = `<link rel=canonical href="?käse"><link rel=next href="?käse=2"><a href="/brötchen?käse=3#ä">x</a>`;
    const { links, canonical, related } = read(html, { encoding: "windows-1252" });
    expect(canonical).toBe(`${PAGE}?k%E4se`);
    expect(related).toEqual([`${PAGE}?k%E4se=2`]);
    expect(links).toContain("https://bakery.example/br%C3%B6tchen?k%E4se=3#%C3%A4");
  });

  it("has them after the address of its base", () => {
    expect(read(`<base href="/x?ä"><a href="">x</a>`, { encoding: "windows-1252" }).links).toEqual([
      "https://bakery.example/x?%E4",
    ]);
  });
});

describe("a page with a Refresh header", () => {
  it.each([
    ["0; url=/new", ["https://bakery.example/new"]],
    ["5;URL='next'", ["https://bakery.example/menu/next"]],
    ["5", []],
    ["0; url=javascript:alert(1)", []],
  ])("%s leads on like one with the element of the same meaning", (refresh, links) => {
    expect(read("<p>Please wait.</p>", { refresh }).links).toEqual(links);
    expect(extractPage("", { url: PAGE, refresh }).links.map(({ element }) => element)).toEqual(links.map(() => "meta"));
  });
});

describe("a page that upgrades insecure requests", () => {
  const html = `<link rel=canonical href="http://bakery.example/menu"><link rel=stylesheet href="http://cdn.example/a.css">
    <img src="http://cdn.example:8080/a.png"><img src="http://localhost/a.png"><a href="http://bakery.example/a">a</a>
    <a href="http://other.example/">b</a><form method=post action="http://other.example/send"></form>`;
  const upgraded = [
    "http://bakery.example/menu",
    "https://cdn.example/a.css",
    "https://cdn.example:8080/a.png",
    "http://localhost/a.png",
    "https://bakery.example/a",
    "http://other.example/",
  ];

  it("loads by https what it names with http, as its header or its head says", () => {
    expect(read(html, { upgradesInsecure: true }).links).toEqual(upgraded);
    const meta = `<meta http-equiv=Content-Security-Policy content="default-src 'self'; Upgrade-Insecure-Requests">`;
    expect(read(meta + html).links).toEqual(upgraded);
  });

  it("is the only one that does", () => {
    const others = `<meta name=Content-Security-Policy content="upgrade-insecure-requests">
      <meta http-equiv=Content-Security-Policy content="default-src upgrade-insecure-requests.example">`;
    expect(read(others + html).links).toContain("http://other.example/send");
    expect(read(others + html).links).toContain("http://cdn.example/a.css");
  });
});

describe("a page that is XHTML by its type", () => {
  const xhtml = (head: string, body: string) =>
    `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd" [<!ENTITY x "<y>">]>
    <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><head><title>Notes</title>${head}</head><body>${body}</body></html>`;

  it.each([
    ["a script that closes itself", `<script src="/a.js"/>`, "<p>Text.</p>"],
    ["an iframe and a text area that close themselves", "", `<iframe src="/f"/><textarea name="a"/><p>Text.</p>`],
    ["an anchor that closes itself", "", `<a id="start"/><p>Text.</p>`],
    ["an element named plaintext", "", "<p>Text.</p><plaintext/>"],
    ["a section of characters", "", "<p><![CDATA[Text.]]></p>"],
    [
      "a script with a section that looks like its end",
      `<script><![CDATA[a = "</script><p>no</p>"]]></script>`,
      "<p>Text.</p>",
    ],
    ["a style with comments and markup", `<style><!-- p > a { } <b/> --></style>`, "<p>Text.</p>"],
    ["a value with an angle bracket", "", `<p class="1 > 0">Text.</p>`],
    ["comments and instructions", "<?php echo 1 > 0 ?>", "<!-- <p>no</p> --><p>Text.</p>"],
    ["line breaks in two tags", "", "<p>Text.<br></br></p>"],
  ])("is read with %s", (_, head, body) => {
    expect(read(xhtml(head, body), { isXml: true })).toMatchObject({ title: "Notes", lang: "de", texts: ["Notes", "Text."] });
  });

  it("has links and anchors, also under a prefix", () => {
    const page = `<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:body><h:a href="/x?a=1&amp;b=2" id="y">x</h:a></h:body></h:html>`;
    expect(read(page, { isXml: true })).toMatchObject({ links: ["https://bakery.example/x?a=1&b=2"], anchors: ["y"] });
  });

  it("keeps what CDATA says as text", () => {
    expect(read(xhtml("", "<p><![CDATA[1 < 2 &amp; <b>bold</b>]]></p>"), { isXml: true }).texts).toContain(
      "1 < 2 &amp; <b>bold</b>",
    );
  });

  it.each([
    "<a".repeat(100_000),
    `<p a="`.repeat(50_000),
    "<![CDATA[".repeat(50_000),
    "<!--".repeat(50_000),
    "<x:".repeat(50_000),
  ])("takes time in proportion to a hostile text (%#)", (text) => {
    const startedAt = performance.now();
    read(text, { isXml: true });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
