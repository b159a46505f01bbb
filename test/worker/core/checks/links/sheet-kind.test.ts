import { describe, expect, it } from "vitest";
import { sheetKind } from "#worker/core/page/html/sheet-kind.ts";

describe("sheetKind", () => {
  it.each([
    ["/style.php?v=1", "text/css; charset=utf-8", "style sheet"],
    ["/a.css", "Text/CSS", "style sheet"],
    ["/a.css", "text/html", null],
    ["/a.css", undefined, null],
    ["/app", "application/manifest+json", "manifest"],
    ["/site.webmanifest", "application/json", "manifest"],
    ["/img/manifest.json", "application/json", "manifest"],
    ["/api/icons", "application/json", null],
  ])("%s as %s is a %s", (path, type, kind) => {
    expect(sheetKind(`https://bakery.example${path}`, type)).toBe(kind);
  });
});
