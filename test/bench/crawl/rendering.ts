import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { pino } from "pino";
import { installPeers } from "#test/bench/peers/install-peers.ts";
import { makeClientRenderedSite } from "#test/bench/sites/client-rendered-site.ts";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { openBrowser } from "#worker/browser/open-browser.ts";
import { CHECK_IDS, type CheckId } from "#worker/core/checks/check-kinds.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory, type InProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { type CheckPool, createCheckPool } from "#worker/threads/check/check-pool.ts";

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
const run = promisify(execFile);
const executablePath = await requireBrowser();
const work = await mkdtemp(join(tmpdir(), "flawless-bench-rendering-"));
const say = (line: string) => void process.stdout.write(`${line}\n`);

type Measured = { pages: number; seconds: number; cpuSeconds: number };
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const perSecond = (runs: Measured[]) => median(runs.map((one) => one.pages / one.seconds));
const perCpuSecond = (runs: Measured[]) => median(runs.map((one) => one.pages / one.cpuSeconds));
const figures = (runs: Measured[]) =>
  `${perSecond(runs).toFixed(1)} pages/s, ${perCpuSecond(runs).toFixed(1)} per processor second`;
const times = (one: Measured[], other: Measured[]) =>
  `${(perSecond(one) / perSecond(other)).toFixed(1)} times (by processor time ${(perCpuSecond(one) / perCpuSecond(other)).toFixed(1)})`;

async function measure<T extends { pages: number; seconds: number }>(task: () => Promise<T>): Promise<T & Measured> {
  const before = busySeconds();
  const result = await task();
  return { ...result, cpuSeconds: busySeconds() - before };
}

/** Returns the processor seconds of the whole machine, because browser processes come and go. */
function busySeconds(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) / 1000;
}

/** Loads Harper and the dictionaries in every thread before the clock starts. */
async function warmUp({ checkBlocks }: CheckPool, only: readonly CheckId[]): Promise<void> {
  const block = { hash: "0", kind: "text", lang: "en", text: "The engine starts." } as const;
  const check = () => checkBlocks([block], { siteLanguage: "auto", pageLang: "en", only });
  await check();
  await Promise.all(Array.from({ length: availableParallelism() }, check));
}

/** Runs the product's own crawl with a new browser, whose start and end are part of the time. */
async function crawl(startUrl: string, { browser: rendering, only }: { browser: "auto" | "always"; only: readonly CheckId[] }) {
  const log = pino({ level: "silent" });
  const allowedPrivateHosts = ["127.0.0.1"];
  const checks = only.length > 0 ? createCheckPool() : null;
  if (checks) await warmUp(checks, only);
  const startedAt = performance.now();
  const client = createHttpClient({ userAgent: "FlawlessBot benchmark", allowedPrivateHosts, perHost: 8 });
  const browser = await openBrowser({ executablePath, allowedPrivateHosts, log });
  const memory = createInProcessMemory();
  const plan: CrawlPlan = { ...PLAN, startUrl, browser: rendering, only };
  const tools = { client, browser, checks: checks ?? NO_CHECKS, answers: createAnswerCache() };
  const fail = (error: unknown) => say(`A fault: ${String(error)}`);
  const { ports, close } = makePorts(tools, { plan, memory, onProgress: () => undefined, onFault: fail });
  const account = await crawlSite(plan, ports).finally(close);
  await Promise.all([browser.close(), client.close()]);
  const seconds = (performance.now() - startedAt) / 1000;
  await checks?.close();
  return {
    pages: account.pages.new,
    seconds,
    rendered: account.rendered,
    findings: account.findings,
    memory,
    stagesMs: account.stagesMs,
  };
}

const PLAN: Omit<CrawlPlan, "startUrl" | "browser" | "only"> = {
  crawlId: "bench",
  include: [],
  exclude: [],
  language: "auto",
  pageLimit: pages,
  renderProofs: {},
  maxConcurrency: 8,
  timeBudgetMs: 3_600_000,
  retryDelayMs: 100,
};
const NO_CHECKS = { version: "none", checkBlocks: async () => [] };

async function runCrawlee(
  addressOf: (name: string) => string,
  startUrl: string,
  isBuilt: boolean,
): Promise<{ pages: number; seconds: number }> {
  const packages = ["@crawlee/playwright", "playwright"].map(addressOf);
  const script = join(import.meta.dirname, "..", "peers", "crawlee.mjs");
  const settled = isBuilt ? ["networkidle"] : [];
  const { stdout } = await run(process.execPath, [script, ...packages, startUrl, String(pages), executablePath, ...settled]);
  return JSON.parse(stdout);
}

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
    own.push(await measure(() => crawl(startUrl, { browser: "always", only: [] })));
    if (peers) peer.push(await measure(() => runCrawlee(peers, startUrl, isBuilt)));
  }
  say(`a) ${name}, ${own[0]?.pages} pages, each rendered: Flawless ${figures(own)}`);
  if (peers) say(`   Crawlee (${peer[0]?.pages} pages) ${figures(peer)}. Flawless is ${times(own, peer)} as fast.`);
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
    `b) ${name}, all checks: choosing ${figures(chosen)}, ${choice.rendered} of ${choice.pages} pages as the browser says, ${choice.findings} findings`,
  );
  say(`   rendering every page ${figures(always)}, ${all.findings} findings. Choosing is ${times(chosen, always)} as fast.`);
  say(`   stages in ms, summed: choosing ${JSON.stringify(choice.stagesMs)}, every page ${JSON.stringify(all.stagesMs)}`);
  say(
    isSame
      ? `   Blocks: the same on all ${both.length} pages that both read.`
      : `   Blocks DIFFER on ${differing.length} of ${both.length} pages (read: ${fromChoice.size} and ${fromAll.size}): ${differing.slice(0, 5).join(" ")}`,
  );
  return isSame;
}

const measureCrawl = (startUrl: string, browser: "auto" | "always") =>
  measure(() => crawl(startUrl, { browser, only: CHECK_IDS }));
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
