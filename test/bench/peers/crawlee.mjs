/* Crawls a site with Crawlee's PlaywrightCrawler: `node crawlee.mjs <address of @crawlee/playwright> <of playwright> <start URL>
 * <pages> <browser> [networkidle]`. Writes pages and seconds as JSON. */
const [crawlee, playwright, startUrl, pages, executablePath, settled] = process.argv.slice(2);
const { PlaywrightCrawler, Configuration, log } = await import(crawlee);
const { chromium } = await import(playwright);
log.setLevel(log.LEVELS.OFF);
let read = 0;
let characters = 0;
const crawler = new PlaywrightCrawler(
  {
    maxRequestsPerCrawl: Number(pages),
    maxConcurrency: 8,
    launchContext: { launcher: chromium, launchOptions: { executablePath, args: ["--no-sandbox"] } },
    // Fingerprints are not needed to read texts.
    browserPoolOptions: { useFingerprints: false },
    async requestHandler({ page, enqueueLinks }) {
      // Content fetched by scripts may be missing when the page has loaded.
      if (settled) await page.waitForLoadState(settled);
      characters += (await page.evaluate(() => document.body.textContent)).length;
      read += 1;
      await enqueueLinks();
    },
  },
  new Configuration({ persistStorage: false }),
);
const startedAt = performance.now();
await crawler.run([startUrl]);
const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(`${JSON.stringify({ pages: read, seconds, characters })}\n`);
process.exit(0);
