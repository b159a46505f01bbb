import { appendFile, cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import { type BenchCrawl, openBenchWorker } from "./bench-worker.ts";

/**
 * Measures a first Crawl of a folder of HTML, further ones without changes, and ones after 1 % of its pages changed, as a
 * worker runs them: database, queue, browser, all checks. `node test/bench/crawl/crawl.ts <folder> [--pages 5000] [--rounds 3]
 * [--light]`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string", default: "5000" },
    rounds: { type: "string", default: "3" },
    light: { type: "boolean", default: false },
  },
});
const [source] = positionals;
if (!source) throw new Error("Say which folder of HTML to crawl.");

const folder = await mkdtemp(join(tmpdir(), "flawless-bench-site-"));
await cp(source, folder, { recursive: true, dereference: true });
const server = await serveWithNginx(folder);
const worker = await openBenchWorker({ light: values.light });
const site = await worker.addSite(`${server.url}/`, Number(values.pages));

const show = (name: string, { stagesMs, ...crawl }: BenchCrawl) => {
  const figures = Object.entries(crawl).map(([key, value]) => `${key} ${Math.round(value * 100) / 100}`);
  process.stdout.write(`${name}: ${figures.join(", ")}; stages in ms ${JSON.stringify(stagesMs)}\n`);
};
const pageSeconds = ({ seconds, linkSeconds }: BenchCrawl) => seconds - linkSeconds;
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Adds a sentence to every hundredth page. */
async function changePages(round: number): Promise<void> {
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".html")).filter((_name, index) => index % 100 === 0);
  for (const page of pages) await appendFile(join(folder, page), `<p>This was written for round ${round}.</p>\n`);
}

const first = await worker.crawl(site);
show("first", first);
const unchanged: BenchCrawl[] = [];
const changed: BenchCrawl[] = [];
for (let round = 1; round <= Number(values.rounds); round++) {
  const still = await worker.crawl(site);
  show("nothing changed", still);
  await changePages(round);
  const moved = await worker.crawl(site);
  show("1 % changed", moved);
  unchanged.push(still);
  changed.push(moved);
}
const still = median(unchanged.map(pageSeconds));
const moved = median(changed.map(pageSeconds));
const ownCost = ((changed[0]?.changed ?? 0) * pageSeconds(first)) / first.pages;
const speed = median(unchanged.map(({ pagesPerSecond }) => pagesPerSecond));
process.stdout.write(
  `nothing changed: ${speed.toFixed(0)} pages/s, ${(speed / first.pagesPerSecond).toFixed(0)} times the first\n`,
);
process.stdout.write(
  `1 % changed: ${moved.toFixed(2)} s; nothing changed ${still.toFixed(2)} s and those pages ${ownCost.toFixed(2)} s: ${(moved / (still + ownCost)).toFixed(2)} times that\n`,
);

await worker.close();
await server.close();
await rm(folder, { recursive: true, force: true });
