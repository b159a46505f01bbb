import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installPeers } from "#test/bench/peers/install-peers.ts";
import { makeClientRenderedSite } from "#test/bench/sites/client-rendered-site.ts";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import type { InProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { crawlInProcess } from "./crawl-in-process.ts";
import { describeFigures, describeRatio, type Measured, measure } from "./measured.ts";
import { runCrawlee } from "./run-crawlee.ts";

/**
 * Measures the cost of the browser. `node test/bench/crawl/rendering.ts [folder of HTML] [--pages 300] [--rounds 3] [--no-peer]
 * [--no-checks]`.
 * a) Every page rendered and its text extracted, without checks: pages per second, compared with Crawlee's PlaywrightCrawler
 * and the same browser.
 * b) All checks: the rendering choice compared with rendering every page; both must find the same Blocks on every page, or the
 * exit code is 1.
 * Runs on a folder of HTML (without its links to other hosts, so that nothing leaves this machine) and on a site of which half
 * the pages are built by a script.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string", default: "300" },
    rounds: { type: "string", default: "3" },
    peer: { type: "boolean", default: true },
    checks: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const pages = Number(values.pages);
const bounds = { pageLimit: pages, executablePath: await requireBrowser() };
const work = await mkdtemp(join(tmpdir(), "flawless-bench-rendering-"));
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Returns, by address, the hashes of all Blocks of a page, in order. */
function blocksOf(memory: InProcessMemory): Map<string, string> {
  return new Map(
    memory.pages().map(({ visit, known }) => [visit.url, (known.snapshot?.blocks ?? []).map(({ hash }) => hash).join(" ")]),
  );
}

async function withoutLinksOut(source: string): Promise<string> {
  const folder = join(work, "folder");
  await cp(source, folder, { recursive: true, dereference: true });
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith(".html"))) {
    const path = join(folder, name);
    await writeFile(path, (await readFile(path, "utf8")).replace(/\b(?:href|src)="https?:\/\/[^"]*"/g, ""));
  }
  return folder;
}

type BenchSite = { name: string; folder: string /** True if scripts fetch the content of its pages. */; isBuilt: boolean };
const peers = values.peer ? await installPeers() : null;

async function compare({ name, folder, isBuilt }: BenchSite): Promise<boolean> {
  const server = await serveWithNginx(folder);
  const startUrl = `${server.url}/index.html`;
  const own: Measured[] = [];
  const peer: Measured[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    own.push(await measure(() => crawlInProcess(startUrl, { browser: "always", only: [], ...bounds })));
    if (peers) peer.push(await measure(() => runCrawlee(peers, startUrl, { isBuilt, ...bounds })));
  }
  say(`a) ${name}, ${own[0]?.pages} pages, each rendered: Flawless ${describeFigures(own)}`);
  if (peers)
    say(`   Crawlee (${peer[0]?.pages} pages) ${describeFigures(peer)}. Flawless is ${describeRatio(own, peer)} as fast.`);
  const isSame = values.checks ? await compareChoice(name, startUrl) : true;
  await server.close();
  return isSame;
}

async function compareChoice(name: string, startUrl: string): Promise<boolean> {
  const chosen: Crawled[] = [];
  const always: Crawled[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    chosen.push(await measureCrawl(startUrl, "auto"));
    always.push(await measureCrawl(startUrl, "always"));
  }
  const [choice, all] = [chosen.at(-1), always.at(-1)];
  if (!choice || !all) throw new Error("--rounds says that nothing is to be measured.");
  const [fromChoice, fromAll] = [blocksOf(choice.memory), blocksOf(all.memory)];
  // If the page limit cuts the site short, the order of the answers decides which pages are read.
  const both = [...fromAll].filter(([url]) => fromChoice.has(url));
  const differing = both.filter(([url, blocks]) => fromChoice.get(url) !== blocks).map(([url]) => url);
  const isSame = differing.length === 0 && fromChoice.size === fromAll.size;
  say(
    `b) ${name}, all checks: choosing ${describeFigures(chosen)}, ${choice.rendered} of ${choice.pages} pages as the browser says, ${choice.findings} findings`,
  );
  say(
    `   rendering every page ${describeFigures(always)}, ${all.findings} findings. Choosing is ${describeRatio(chosen, always)} as fast.`,
  );
  say(`   stages in ms, summed: choosing ${JSON.stringify(choice.stagesMs)}, every page ${JSON.stringify(all.stagesMs)}`);
  say(
    isSame
      ? `   Blocks: the same on all ${both.length} pages that both read.`
      : `   Blocks DIFFER on ${differing.length} of ${both.length} pages (read: ${fromChoice.size} and ${fromAll.size}): ${differing.slice(0, 5).join(" ")}`,
  );
  return isSame;
}

const measureCrawl = (startUrl: string, browser: "auto" | "always") =>
  measure(() => crawlInProcess(startUrl, { browser, only: CHECK_IDS, ...bounds }));
type Crawled = Awaited<ReturnType<typeof measureCrawl>>;

const generated = join(work, "generated");
await makeClientRenderedSite(generated, pages);
const source = positionals[0] ?? "/usr/share/doc/postgresql-doc-15/html";
const results = [
  await compare({ name: "HTML folder", folder: await withoutLinksOut(source), isBuilt: false }),
  await compare({ name: "client-rendered site", folder: generated, isBuilt: true }),
];
await rm(work, { recursive: true, force: true });
process.exitCode = results.every(Boolean) ? 0 : 1;
