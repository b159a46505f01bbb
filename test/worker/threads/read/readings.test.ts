import { describe, expect, it } from "vitest";
import { faultsInThread } from "#test/support/growth/faults-in-thread.ts";
import { SCANNED_TEXTS, TEXTS_TAKEN_APART } from "#test/support/growth/hostile-texts.ts";
import type { GrowingText } from "#test/support/growth/measure-growth.ts";
import type { ReadingCase } from "#test/support/growth/reading-growth-thread.ts";
import { readHere } from "#worker/threads/read/readings.ts";

const URL_OF_PAGE = "https://bakery.example/";

async function faultsOf(what: ReadingCase["what"], texts: readonly GrowingText[]): Promise<string[]> {
  const script = new URL("../../../support/growth/reading-growth-thread.ts", import.meta.url);
  const cases: ReadingCase[] = texts.map((text) => ({ what, text }));
  return (await faultsInThread({ script, cases, hangMs: 60_000 })).map(
    ([index, fault]) => `${JSON.stringify(texts[index])} ${fault}`,
  );
}

describe("a reading of what a site sent", { timeout: 600_000 }, () => {
  it.each(["signs", "sheet", "manifest", "sitemap"] as const)("takes time in proportion to 10 MB: %s", async (what) => {
    expect(await faultsOf(what, SCANNED_TEXTS)).toEqual([]);
  });

  it("takes time in proportion to a page", async () => {
    expect(await faultsOf("page", TEXTS_TAKEN_APART)).toEqual([]);
  });

  it.each(["anchors", "view", "proof"] as const)(
    "takes time in proportion to a page of marks without an end: %s",
    async (what) => {
      expect(await faultsOf(what, TEXTS_TAKEN_APART.slice(0, 4))).toEqual([]);
    },
  );
});

describe("readHere", () => {
  it("gives a target's title, heading and places, and whether scripts may make more of them", async () => {
    const html = `<TITLE lang=en>Bread</TITLE><h1 class="a">Rye &amp; <b>spelt</b></h1><a id=oats></a><script type="text/javascript">a()</script>`;
    const options = { url: URL_OF_PAGE, withAnchors: true };
    expect(await readHere("target", html, options)).toEqual({
      anchors: ["oats"],
      titles: { title: "Bread", heading: "Rye &amp; spelt" },
      isScripted: true,
      parking: { offer: null, isProminent: false, isShort: false, program: false },
    });
    expect(await readHere("target", html, { ...options, withAnchors: false })).toMatchObject({ anchors: null });
  });

  it.each([
    ["<script type=application/ld+json>{}</script>", false],
    [`<script type="speculationrules">{}</script>`, false],
    [`<script id=a type='text/template'>x</script>`, false],
    ["<script", false],
    ["<script src=a.js></script>", true],
    ["<script type=application/json>{}</script><script>a()</script>", true],
  ])("sees whether a script runs in %s", async (html, isScripted) => {
    expect((await readHere("target", html, { url: URL_OF_PAGE, withAnchors: true })).isScripted).toBe(isScripted);
  });

  it.each([
    ["<h1>No end", ""],
    ["<h1", ""],
    [`<h1>${"a".repeat(1_200)}</h1><h1>Short</h1>`, "Short"],
    ["<h1>One<h1>Two</h1>", "One Two"],
    ["<h1>One</H1><h1>Two</h1>", "One"],
  ])("finds the first heading that ends in %.20s", async (html, heading) => {
    expect((await readHere("target", html, { url: URL_OF_PAGE, withAnchors: false })).titles?.heading).toBe(heading);
  });
});
