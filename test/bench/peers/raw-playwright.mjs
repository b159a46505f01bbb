/* Loads pages with Playwright alone, which cannot be faster: `node raw-playwright.mjs <address of playwright> <browser> <load | networkidle>
 * <text of a complete page> <URLs, one a line, on standard input>`. Writes what it read and how long it took as JSON. */
import { text } from "node:stream/consumers";
import { readContent } from "./read-content.mjs";

const TABS = 8;
const [playwright, executablePath, settled, sign] = process.argv.slice(2);
const { chromium } = (await import(playwright)).default;
const urls = (await text(process.stdin)).trim().split("\n");
const read = { pages: 0, texts: 0, links: 0, complete: 0 };
const startedAt = performance.now();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const context = await browser.newContext();
const loadAll = async () => {
  const page = await context.newPage();
  for (let url = urls.shift(); url !== undefined; url = urls.shift()) {
    await page.goto(url, { waitUntil: settled });
    const content = await page.evaluate(readContent, sign);
    for (const [name, count] of Object.entries(content)) read[name] += count;
  }
};
await Promise.all(Array.from({ length: TABS }, loadAll));
await browser.close();
const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(`${JSON.stringify({ ...read, seconds })}\n`);
