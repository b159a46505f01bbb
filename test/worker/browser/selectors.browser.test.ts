import { readdir } from "node:fs/promises";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "#worker/browser/find-browser.ts";
import { OBJECT_PLACEHOLDER } from "#worker/core/page/block.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { type SiteServer, startSiteServer } from "./site-server.ts";

/** Pages whose HTML stays as it is in a browser. */
const STILL_PAGES = ["static-prose", "wild-markup", "css-hidden"];
let site: SiteServer;
let browser: Browser;

beforeAll(async () => {
  site = await startSiteServer();
  const executablePath = await findBrowser({ configured: process.env.CHROMIUM_PATH });
  if (!executablePath) throw new Error("No browser was found: run the tests through `npm test`, which gets one.");
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Returns, for each selector, the number of elements that it finds, and all texts and attributes in the first. */
async function lookUp(url: string, selectors: string[]): Promise<{ count: number; text: string }[]> {
  const page = await browser.newPage();
  await page.goto(url);
  const found = await page.evaluate(
    (all) =>
      all.map((selector) => {
        const elements = document.querySelectorAll(selector);
        const element = elements[0];
        const attributes = element ? [...element.attributes].map((attribute) => attribute.value) : [];
        return { count: elements.length, text: [element?.textContent ?? "", ...attributes].join("\n") };
      }),
    selectors,
  );
  await page.close();
  return found;
}

const squeeze = (text: string) => text.replace(/[\s\u00AD\u200B]+/g, "");

describe("selectors of Blocks and links", () => {
  it("are tried on every fixture that keeps still", async () => {
    const folders = await readdir(new URL("../../fixtures/sites/", import.meta.url));
    expect(folders).toEqual(expect.arrayContaining(STILL_PAGES));
  });

  it.each(STILL_PAGES)("find one element in a browser, with the text in it: %s", async (name) => {
    const url = `${site.url}/${name}/`;
    const { blocks, links } = extractPage(await (await fetch(url)).text(), { url });
    expect(blocks.length).toBeGreaterThan(3);
    const found = await lookUp(
      url,
      [...blocks, ...links].map(({ selector }) => selector),
    );
    expect(found.filter(({ count }) => count !== 1)).toEqual([]);
    for (const [index, { text, selector }] of blocks.entries()) {
      // The parts between placeholders stand in this order in the element.
      let rest = squeeze(found[index]?.text ?? "");
      for (const part of text.split(OBJECT_PLACEHOLDER)) {
        const at = rest.indexOf(squeeze(part));
        expect(at, `${selector} holds ${JSON.stringify(part)}`).toBeGreaterThanOrEqual(0);
        rest = rest.slice(at + squeeze(part).length);
      }
    }
    for (const [index, { href }] of links.entries()) expect(found[blocks.length + index]?.text).toContain(href);
  });
});
