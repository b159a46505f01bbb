import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeDocument } from "#worker/http/client/decode-text.ts";

const TEXT = "<p>“Crème brûlée” costs €4 – naïve.</p>";
const JAPANESE = "<p>パンと菓子</p>";
const encode = (text: string, encoding: string, options = {}) => Buffer.from(iconv.encode(text, encoding, options));
const withMeta = (charset: string, text: string) => `<!doctype html><meta charset="${charset}">${text}`;

const decodeHtml = (bytes: Buffer, contentType: string | undefined) =>
  decodeDocument(bytes, contentType, { isXml: false }).text;

describe("decodeDocument", () => {
  it.each([
    ["UTF-8 by default", Buffer.from(TEXT), "text/html"],
    ["windows-1252 as its header says", encode(TEXT, "windows-1252"), "text/html; charset=windows-1252"],
    ["windows-1252 that calls itself Latin-1, as browsers do", encode(TEXT, "windows-1252"), "text/html; charset=ISO-8859-1"],
    ["a header in quotes and capitals", encode(TEXT, "windows-1252"), 'TEXT/HTML; Charset="Windows-1252"'],
    ["UTF-16 with a byte order mark", encode(TEXT, "utf-16le", { addBOM: true }), "text/html"],
    ["big-endian UTF-16 with a byte order mark", encode(TEXT, "utf-16be", { addBOM: true }), "text/html"],
    ["a byte order mark against a lying header", encode(TEXT, "utf8", { addBOM: true }), "text/html; charset=windows-1252"],
    ["a header with a charset that does not exist", Buffer.from(TEXT), "text/html; charset=klingon"],
    ["a header that is nonsense", Buffer.from(TEXT), ";;;"],
    ["no header", Buffer.from(TEXT), undefined],
  ])("reads %s", (_, bytes, contentType) => {
    expect(decodeHtml(bytes, contentType)).toBe(TEXT);
  });

  it.each([
    ["Shift_JIS", JAPANESE],
    ["EUC-JP", JAPANESE],
    ["windows-1252", TEXT],
    ["utf-8", TEXT],
  ])("reads %s as its meta element says", (charset, text) => {
    const html = withMeta(charset, text);
    expect(decodeHtml(encode(html, charset), "text/html")).toBe(html);
  });

  it("finds a meta element late in a long head, and none in the body", () => {
    const late = (start: string) =>
      `<!doctype html><html><head><!--${"x".repeat(2_000)}-->${start}<meta charset="Shift_JIS">${JAPANESE}`;
    expect(decodeHtml(encode(late(""), "Shift_JIS"), "text/html")).toBe(late(""));
    expect(decodeHtml(Buffer.from(late("</head><body>")), "text/html")).toBe(late("</head><body>"));
  });

  it("takes bytes that are no UTF-8 for those of an old page where nothing is declared", () => {
    expect(decodeHtml(encode(TEXT, "windows-1252"), "text/html")).toBe(TEXT);
    expect(decodeHtml(Buffer.from(TEXT.repeat(20)).subarray(0, -40), "text/html")).toContain("brûlée");
  });

  it("forgives UTF-8 that is cut off within a character", () => {
    const bytes = Buffer.from("<p>Käse und Öl für Gäste: ö");
    expect(decodeHtml(bytes.subarray(0, -1), "text/html")).toBe("<p>Käse und Öl für Gäste: \uFFFD");
  });

  it("believes the header before the meta element", () => {
    const html = withMeta("utf-8", JAPANESE);
    expect(decodeHtml(encode(html, "Shift_JIS"), "text/html; charset=Shift_JIS")).toBe(html);
  });

  it("takes a meta element that says UTF-16 for UTF-8, since it could be read at all", () => {
    const html = withMeta("utf-16", TEXT);
    expect(decodeHtml(Buffer.from(html), "text/html")).toBe(html);
  });

  it("marks bytes that the declared encoding does not have, and goes on", () => {
    expect(decodeHtml(Buffer.from("<p>caf\xe9!</p>", "latin1"), "text/html; charset=utf-8")).toBe("<p>caf\uFFFD!</p>");
  });

  it.each(["x-user-defined", "replacement", "iso-2022-kr", "utf-7"])("survives the label %s", (label) => {
    expect(decodeHtml(Buffer.from("<p>Hello</p>"), `text/html; charset=${label}`)).toEqual(expect.any(String));
    expect(decodeHtml(Buffer.from(withMeta(label, "<p>Hello</p>")), "text/html")).toEqual(expect.any(String));
  });

  it.each([
    [
      Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?><p>caf\xe9</p>`, "latin1"),
      "application/xhtml+xml",
      "windows-1252",
    ],
    [Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?><p>café</p>`), "application/xhtml+xml; charset=utf-8", "UTF-8"],
    [Buffer.from(`<html><meta charset="windows-1252"/><p>café</p></html>`), "application/xhtml+xml", "UTF-8"],
  ])("decodes XML in the encoding of its type, else of its first line, else as UTF-8 (%#)", (bytes, type, encoding) => {
    const decoded = decodeDocument(bytes, type, { isXml: true });
    expect([decoded.encoding, decoded.text.includes("café")]).toEqual([encoding, true]);
  });
});
