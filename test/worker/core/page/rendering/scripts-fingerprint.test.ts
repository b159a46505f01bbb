import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";

const fingerprint = (html: string, url = "https://example.com/a/b.html") => extractPage(html, { url }).scripts;

describe("scriptsFingerprint", () => {
  it.each([
    [
      "where its scripts stand",
      `<script src=/a.js></script><script src=/b.js></script>`,
      `<script src=/b.js></script><p>x<script src=/a.js></script>`,
    ],
    ["its other words", `<p>One.<script src=/a.js></script>`, `<p>Two.<script src=/a.js></script>`],
    [
      "the data in a script",
      `<script>var page = {"id": 7, tags: ["a", 'b']}</script>`,
      `<script>var page = {"id": 1234, tags: []}</script>`,
    ],
    ["a nonce", `<script nonce=abc>run()</script>`, `<script nonce=def>run()</script>`],
    ["data blocks", `<script>run()</script><script type="application/ld+json">{"a":1}</script>`, `<script>run()</script>`],
    ["how a style sheet is addressed", `<link rel=stylesheet href="look.css">`, `<link rel=stylesheet href="/a/look.css">`],
  ])("is the same regardless of %s", (_what, one, other) => {
    expect(fingerprint(one)).toBe(fingerprint(other));
    expect(fingerprint(one)).not.toBe("");
  });

  it.each([
    ["a new build", `<script src=/app.1.js></script>`, `<script src=/app.2.js></script>`],
    ["a version in the query", `<script src=/app.js?v=1></script>`, `<script src=/app.js?v=2></script>`],
    ["a script more", `<script src=/app.js></script>`, `<script src=/app.js></script><script src=/chat.js></script>`],
    ["another call", `<script>show(1)</script>`, `<script>hide(1)</script>`],
    ["another style sheet", `<link rel=stylesheet href=a.css>`, `<link rel=stylesheet href=b.css>`],
    ["a handler", `<body onload=run()>`, `<body onpageshow=run()>`],
  ])("differs: %s", (_what, one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it("is empty if nothing runs or hides text", () => {
    expect(fingerprint("<p>Plain.</p><script type=text/template>x</script>")).toBe("");
  });

  it("takes linear time on hostile scripts", () => {
    const startedAt = performance.now();
    for (const part of ['"', "\\", "'\\", "`", "1", "{,"]) fingerprint(`<script>${part.repeat(200_000)}</script>`);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
