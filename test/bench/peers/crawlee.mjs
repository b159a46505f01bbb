/* Crawls a site with Crawlee's PlaywrightCrawler: `node crawlee.mjs <address of @crawlee/playwright> <of playwright> <start URL>
 * <pages> <browser> <load | networkidle> [text of a complete page]`. Writes what it read and how long it took as JSON. */
import { readContent } from "./read-content.mjs";

const [crawlee, playwright, startUrl, pages, executablePath, settled, sign] = process.argv.slice(2);
const { PlaywrightCrawler, Configuration, log } = await import(crawlee);
const { chromium } = (await import(playwright)).default;
log.setLevel(log.LEVELS.OFF);
const read = { pages: 0, texts: 0, links: 0, complete: 0 };
const crawler = new PlaywrightCrawler(
  {
    maxRequestsPerCrawl: Number(pages),
    maxConcurrency: 8,
    launchContext: { launcher: chromium, launchOptions: { executablePath, args: ["--no-sandbox"] } },
    // Fingerprints are not needed to read texts.
    browserPoolOptions: { useFingerprints: false },
    async requestHandler({ page, enqueueLinks }) {
      // Content fetched by scripts may be missing when the page has loaded.
      await page.waitForLoadState(settled);
      const content = await page.evaluate(readContent, sign);
      for (const [name, count] of Object.entries(content)) read[name] += count;
      await enqueueLinks();
    },
  },
  new Configuration({ persistStorage: false }),
);
const startedAt = performance.now();
await crawler.run([startUrl]);
const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(`${JSON.stringify({ ...read, seconds })}\n`);
process.exit(0);
