import { pino } from "pino";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireBrowser } from "#test/support/require-browser.ts";
import { type SiteServer, startSiteServer } from "#test/worker/browser/site-server.ts";
import { HIDDEN_WORDS, SEEN_WORDS, TRICKY_PAGES } from "#test/worker/browser/tricky-pages.ts";
import { wordsUnderMarks } from "#test/worker/browser/words-under-marks.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { openShadowTrees } from "#worker/browser/open-shadow-trees.ts";
import { openTab } from "#worker/browser/open-tab.ts";
import { DRAWN_WINDOW, drawPage } from "#worker/browser/pictures/draw-page.ts";
import { openSiteContext } from "#worker/browser/site-context.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { toWantedMark } from "#worker/core/page/locate/to-wanted-mark.ts";
import type { WantedMark } from "#worker/core/page/locate/wanted-mark.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";

const log = pino({ level: "silent" });
const limits = { timeoutMs: 30_000, maxBytes: 30_000_000, maxPicture: 1_500_000 };
/** Fixtures that say the same at each visit. */
const FIXTURES = [
  "static-prose",
  "wild-markup",
  "css-hidden",
  "shadow-dom",
  "closed-shadow",
  "client-rendered",
  "lazy-sections",
  "prose-with-widgets",
  "same-site-frames",
];
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
let site: SiteServer;
let reader: OpenBrowser;
let drawer: OpenBrowser;

beforeAll(async () => {
  site = await startSiteServer();
  for (const [name, html] of Object.entries(TRICKY_PAGES))
    site.on(`/tricky/${encodeURIComponent(name)}`, (_request, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    });
  const options = { executablePath: await requireBrowser(), allowedPrivateHosts: ["127.0.0.1"], log };
  reader = await openBrowser(options);
  drawer = await openBrowser({ ...options, purpose: "draw" });
});

afterAll(async () => {
  await Promise.all([reader.close(), drawer.close()]);
  await site.close();
});

/** Reads a page as a Crawl does. */
async function read(url: string): Promise<PageContent> {
  const context = openSiteContext({ browser: reader, userAgent: "Test" });
  const page = await context.render(url, limits);
  await context.close();
  if ("code" in page) throw new Error(`${url} could not be read: ${page.message}`);
  return extractPage(page.html, { url: page.finalUrl });
}

/** Wants up to `most` words of each text marked; `words`: only these. The ids end with the word. Options show in an open list only. */
function marksFor(
  { blocks }: Pick<PageContent, "blocks">,
  { most = 5, words }: { most?: number; words?: readonly string[] } = {},
): WantedMark[] {
  return blocks.flatMap(({ kind, text, selector }, index) =>
    kind === "option"
      ? []
      : [...text.matchAll(WORD)]
          .filter(([word]) => !words || words.includes(word))
          .slice(0, most)
          .flatMap((match) => {
            const [start, end] = [match.index, match.index + match[0].length];
            return (
              toWantedMark({ id: `${index}:${start}:${match[0]}`, selector, block: { kind, text, start, end }, target: "" }) ??
              []
            );
          }),
  );
}

async function draw(url: string, marks: readonly WantedMark[], changed: Partial<typeof limits> = {}) {
  const context = await drawer.newContext({ viewport: DRAWN_WINDOW, reducedMotion: "reduce" });
  await context.addInitScript(openShadowTrees);
  const tab = await openTab(context, "real", "draw");
  try {
    const drawn = await drawPage(tab, url, { ...limits, ...changed, marks, signal: AbortSignal.timeout(60_000) });
    if ("code" in drawn) return { ...drawn, under: new Map<string, string>(), marks: [] };
    const under = await wordsUnderMarks(tab.page, drawn.marks);
    return { ...drawn, under, ...(await lookAt(tab.page, drawn.picture)) };
  } finally {
    await context.close();
  }
}

/** Decodes a picture in the browser. Returns its size and the number of different colours in its pixels. */
async function lookAt(page: Page, picture: Buffer): Promise<{ pixels: { width: number; height: number }; colours: number }> {
  return page.evaluate(async (bytes) => {
    const image = new Image();
    image.src = `data:image/webp;base64,${bytes}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    return { pixels: { width: canvas.width, height: canvas.height }, colours: new Set(new Uint32Array(data.buffer)).size };
  }, picture.toString("base64"));
}

const wordOf = (id: string) => id.slice(id.lastIndexOf(":") + 1);
/** Marks of which the browser finds other words. */
const wrongOf = (under: Map<string, string>) => [...under].filter(([id, words]) => !words.includes(wordOf(id)));

describe("drawPage", () => {
  it.each(Object.keys(TRICKY_PAGES))("marks the right words and no hidden ones in %s", async (name) => {
    const url = `${site.url}/tricky/${encodeURIComponent(name)}`;
    const marks = marksFor(await read(url), { most: 99, words: [...SEEN_WORDS, ...HIDDEN_WORDS] });
    const { under } = await draw(url, marks);
    expect(wrongOf(under)).toEqual([]);
    const seen = marks.map(({ id }) => id).filter((id) => SEEN_WORDS.includes(wordOf(id)));
    expect([...under.keys()].sort()).toEqual(seen.sort());
    expect(marks.length).toBeGreaterThan(0);
  });

  it("marks the right words on the pages of the fixtures, at least 95 of 100 that are seen", async () => {
    let [wanted, right] = [0, 0];
    for (const name of FIXTURES) {
      const url = `${site.url}/${name}/`;
      const page = await read(url);
      const marks = marksFor(page, { most: 3 }).filter((mark) => "text" in mark);
      const { under } = await draw(url, marks);
      expect(wrongOf(under), name).toEqual([]);
      // What no visitor sees before opening it.
      wanted += marks.filter((mark) => "text" in mark && !mark.text.startsWith("Hidden until opened")).length;
      right += under.size;
    }
    expect(wanted).toBeGreaterThan(120);
    expect(right / wanted).toBeGreaterThan(0.95);
  });

  it("marks links and the elements whose attributes say something, in a picture of the whole page", async () => {
    const url = `${site.url}/static-prose/`;
    const { blocks, links } = await read(url);
    const shown = links.filter(({ element }) => element === "a");
    const ofLinks = shown.map(({ selector, url: leadsTo }, index) => ({ id: `link ${index}`, selector, leadsTo }));
    const attributes = blocks.filter(({ kind }) => kind === "alt" || kind === "placeholder" || kind === "tooltip");
    const wanted = [...ofLinks, ...marksFor({ blocks: attributes }, { most: 1 })];
    const drawn = await draw(url, wanted);
    expect(drawn.marks.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(drawn).toMatchObject({ width: 1280, pixels: { width: 1280, height: "height" in drawn && drawn.height } });
    expect("colours" in drawn && drawn.colours).toBeGreaterThan(10);
  });

  it("takes no picture of a page that says something else now, that answers with an error, or that is too large to keep", async () => {
    const url = `${site.url}/static-prose/`;
    const [mark] = marksFor(await read(url), { words: ["garden"] });
    if (!mark || !("text" in mark)) throw new Error("The page has changed.");
    expect(await draw(url, [{ ...mark, text: mark.text.replace("garden", "meadow") }])).toMatchObject({ code: "no-text" });
    expect(await draw(`${site.url}/none/`, [mark])).toMatchObject({ code: "http-error" });
    expect(await draw(url, [mark], { maxPicture: 1_000 })).toMatchObject({ code: "too-large" });
  });

  it("gives up a page that never ends, in time", async () => {
    site.on("/busy", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<p>Recieve<script>for(;;);</script>");
    });
    const mark = { id: "1", selector: "p", text: "Recieve", start: 0, end: 7 };
    expect(await draw(`${site.url}/busy`, [mark], { timeoutMs: 1_500 })).toMatchObject({ code: "browser-timeout" });
  });
});
