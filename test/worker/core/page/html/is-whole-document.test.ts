import { describe, expect, it } from "vitest";
import { isWholeDocument } from "#worker/core/page/html/is-whole-document.ts";

const PAGE = "<!doctype html><title>Rye</title><p>Flour and water.</p>";

describe("isWholeDocument", () => {
  it.each([
    `${PAGE}</html>`,
    `${PAGE}</HTML >\r\n\r\n`,
    `${PAGE}</html>\n<!-- Cached at noon -->\n`,
    `${PAGE}</html><!-- Cached, and then cut o`,
    `${"<p>Rye.</p>".repeat(1_000)}</html>`,
  ])("is true for a document with its last tag (%#)", (text) => expect(isWholeDocument(text)).toBe(true));

  it.each(["", PAGE, `${PAGE}</body>`, `${PAGE}</html`, `${PAGE}</html><p>More.</p>`, `<pre>&lt;/html></pre>${PAGE}`])(
    "is false for %j",
    (text) => expect(isWholeDocument(text)).toBe(false),
  );

  it.each(["</html", "<!--", "</html >", " "])("takes time in proportion to a text of %j", (piece) => {
    const startedAt = performance.now();
    isWholeDocument(piece.repeat(500_000));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
