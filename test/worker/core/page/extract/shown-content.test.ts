import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { shownContent } from "#worker/core/page/extract/shown-content.ts";

const of = (body: string, head = "") =>
  shownContent(extractPage(`<title>App</title>${head}<body>${body}`, { url: "https://bakery.example/" }));

describe("shownContent", () => {
  it.each([
    ["", "nothing"],
    [`<div id="root"></div><script src="/app.js"></script><link rel="stylesheet" href="/app.css">`, "nothing"],
    [`<noscript>Switch scripts on.</noscript>`, "nothing"],
    [`<p hidden>Hidden.</p><h1></h1>`, "nothing"],
    [`<img src="/a.jpg" alt="">`, "no-text"],
    [`<a href="/next"></a>`, "no-text"],
    [`<p>Bread.</p>`, "text"],
    [`<img src="/a.jpg" alt="A loaf">`, "text"],
    [`<button>Buy</button>`, "text"],
  ])("of %j is %s", (body, expected) => {
    expect(of(body)).toBe(expected);
  });

  it("does not take texts about a page for texts on it", () => {
    expect(of("", `<meta name="description" content="Bread and cake."><meta property="og:title" content="Bakery">`)).toBe(
      "nothing",
    );
  });
});
