import { describe, expect, it } from "vitest";
import { documentKind, isDownload } from "#worker/http/client/document-kind.ts";

describe("documentKind", () => {
  it.each([
    ["text/html", "html"],
    ["TEXT/HTML;CHARSET=UTF-8", "html"],
    ["html", "html"],
    ["", "html"],
    ["application/xhtml+xml; charset=utf-8", "xhtml"],
    ["text/xml", "xml"],
    ["unknown/unknown", "sniffed"],
    ["Application/Unknown; charset=utf-8", "sniffed"],
    ["*/*", "sniffed"],
    ["text/plain", null],
    ["application/octet-stream", null],
    ["image/svg+xml", null],
  ])("reads %j as %s", (type, kind) => expect(documentKind(type)).toBe(kind));
});

describe("isDownload", () => {
  it.each(["attachment", 'Attachment; filename="menu.html"', "form-data", ["attachment", "inline"]])(
    "is true for %j",
    (header) => expect(isDownload(header)).toBe(true),
  );

  it.each([undefined, "", "inline", 'INLINE; filename="menu.html"', 'filename="menu.html"', "filename=menu.html"])(
    "is false for %j",
    (header) => expect(isDownload(header)).toBe(false),
  );
});
