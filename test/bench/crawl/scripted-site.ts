import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installPeers } from "#test/bench/peers/install-peers.ts";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import { makeTemplateSite } from "#test/bench/sites/template-site.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { crawlInProcess } from "./crawl-in-process.ts";
import { median } from "./measured.ts";
import { runCrawlee } from "./run-crawlee.ts";
import { runRawPlaywright } from "./run-raw-playwright.ts";

/**
 * Measures pages, texts and links per second on a site of one template with scripts, ours beside Crawlee and Playwright alone. The peers read a
 * page when it has loaded, and once more when its network is idle; `complete` says how many pages had the text that appears last.
 * `node test/bench/crawl/scripted-site.ts [--pages 1000] [--rounds 1]`.
 */
const { values } = parseArgs({
  options: { pages: { type: "string", default: "1000" }, rounds: { type: "string", default: "1" } },
});
const [pages, rounds] = [Number(values.pages), Number(values.rounds)];
/** The last text that a page of the template shows, after its sections were seen. */
const SIGN = "4th note";

type Content = { pages: number; seconds: number; texts: number; links: number; complete: number };

const executablePath = await requireBrowser();
const peers = await installPeers();
const folder = await mkdtemp(join(tmpdir(), "flawless-bench-scripted-"));
await makeTemplateSite(folder, pages);
const server = await serveWithNginx(folder);
const startUrl = `${server.url}/index.html`;
const urls = Array.from({ length: pages }, (_, at) => `${server.url}/${at === 0 ? "index" : at}.html`);
const bounds = { pageLimit: pages, executablePath, sign: SIGN };

async function crawlOurselves(): Promise<Content> {
  const { memory, pages: read, seconds } = await crawlInProcess(startUrl, { ...bounds, browser: "always", only: [] });
  const content: Content = { pages: read, seconds, texts: 0, links: 0, complete: 0 };
  for (const { known } of memory.pages()) {
    const { blocks = [], links = [] } = known.snapshot ?? {};
    content.texts += blocks.length;
    content.links += links.length;
    content.complete += blocks.some(({ hash }) => memory.block(hash)?.text.includes(SIGN)) ? 1 : 0;
  }
  return content;
}

const ways: Record<string, () => Promise<Content>> = {
  Flawless: crawlOurselves,
  "Crawlee, when loaded": () => runCrawlee(peers, startUrl, { ...bounds, isBuilt: false }),
  "Crawlee, when the network is idle": () => runCrawlee(peers, startUrl, { ...bounds, isBuilt: true }),
  "Playwright alone, when loaded": () => runRawPlaywright(peers, urls, { ...bounds, settled: "load" }),
  "Playwright alone, when the network is idle": () => runRawPlaywright(peers, urls, { ...bounds, settled: "networkidle" }),
};
const runs = Object.entries(ways).map(([name, read]) => ({ name, read, contents: [] as Content[] }));
for (let round = 0; round < rounds; round += 1) for (const { read, contents } of runs) contents.push(await read());
process.stdout.write("| way | pages/s | texts/s | links/s | complete pages |\n|---|---|---|---|---|\n");
for (const { name, contents } of runs) {
  const rate = (of: (content: Content) => number) => median(contents.map((one) => of(one) / one.seconds)).toFixed(1);
  const complete = contents.map((one) => `${one.complete} of ${one.pages}`).join(", ");
  process.stdout.write(
    `| ${name} | ${rate((one) => one.pages)} | ${rate((one) => one.texts)} | ${rate((one) => one.links)} | ${complete} |\n`,
  );
}
await server.close();
await rm(folder, { recursive: true, force: true });
