import { describe, expect, it } from "vitest";
import { decodeSitemap } from "#worker/core/sitemap/decode-sitemap.ts";

const xml = (encoding: string, text = "") => `<?xml version="1.0" encoding="${encoding}"?><loc>/${text}</loc>`;
const bytesOf = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);

describe("decodeSitemap", () => {
  it.each<[string, Buffer, string, string]>([
    ["UTF-8 without a declaration", bytesOf("<loc>/skörd</loc>"), "", "skörd"],
    ["Latin-1 as declared", bytesOf(xml("ISO-8859-1", "skörd"), "latin1"), "", "skörd"],
    ["a declaration in single quotes", bytesOf(xml("x", "skörd").replaceAll('"x"', "'iso-8859-1'"), "latin1"), "", "skörd"],
    ["windows-1251 as declared", Buffer.concat([bytesOf(xml("windows-1251")), Buffer.from([0xed, 0xee])]), "", "но"],
    ["Shift_JIS as declared", Buffer.concat([bytesOf(xml("Shift_JIS")), Buffer.from([0x93, 0xfa])]), "", "日"],
    ["ISO-2022-JP as declared", bytesOf(xml("ISO-2022-JP", "\u001b$BF|\u001b(B")), "", "日"],
    ["an encoding in the Content-Type alone", bytesOf("<loc>/skörd</loc>", "latin1"), "text/xml; charset=iso-8859-1", "skörd"],
    ["UTF-8 that declares Latin-1", bytesOf(xml("ISO-8859-1", "skörd")), "", "skörd"],
    ["UTF-8 sent as Latin-1", bytesOf("<loc>/skörd</loc>"), "text/xml; charset=iso-8859-1", "skörd"],
    ["Latin-1 that declares UTF-8", bytesOf(xml("UTF-8", "skörd"), "latin1"), "", "skörd"],
    ["Latin-1 without a word about it", bytesOf("https://a.example/skörd", "latin1"), "text/plain", "skörd"],
    ["an encoding that does not exist", bytesOf(xml("klingon", "skörd")), "text/xml; charset=klingon", "skörd"],
    ["a byte order mark", bytesOf("\uFEFF<loc>/skörd</loc>", "utf16le"), "", "skörd"],
    ["UTF-16 without a byte order mark", bytesOf(xml("UTF-16", "skörd"), "utf16le"), "", "skörd"],
    ["big-endian UTF-16 without one", bytesOf(xml("UTF-16", "skörd"), "utf16le").swap16(), "", "skörd"],
    ["UTF-8 that ends within a character", bytesOf(xml("UTF-8", "skörd/smörgås")).subarray(0, -9), "", "skörd/smörg"],
  ])("reads %s", (_, bytes, contentType, expected) => {
    expect(decodeSitemap(bytes, contentType)).toContain(expected);
  });

  it("gives nothing for nothing", () => {
    expect(decodeSitemap(new Uint8Array())).toBe("");
  });
});
