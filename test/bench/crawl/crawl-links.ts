import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { installLychee } from "#test/bench/peers/install-lychee.ts";
import { installPeers } from "#test/bench/peers/install-peers.ts";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createPageReader } from "#worker/threads/read/page-reader.ts";
import { busySeconds } from "./busy-seconds.ts";
import { runLychee } from "./run-lychee.ts";

/**
 * Compares a first Crawl for links only, without browser, with `linkinator --recurse`, and with lychee, in turns, by the clock and by
 * processor time, without the server's. All skip external addresses, which are unreachable here. lychee gets a list of the pages. `node test/bench/crawl/crawl-links.ts <folder> [--rounds 5]`.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string", default: "5" } } });
const [folder] = positionals;
if (!folder) throw new Error("Say which folder of HTML to crawl.");

/** `broken`: targets as written in the page, sorted, once per report. */
type Found = { pages: number; links: number; broken: string[] };
type Run = Found & { seconds: number; cpuSeconds: number };

const REQUESTS_AT_A_TIME = 16;
const linkinatorResult = z.object({ links: z.array(z.object({ url: z.string(), state: z.string() })) });
const linkinatorModule = z.object({
  check: z.custom<(options: Record<string, unknown>) => Promise<unknown>>((value) => typeof value === "function"),
});

async function measure(task: () => Promise<Found>): Promise<Run> {
  const [startedAt, before] = [performance.now(), busySeconds()];
  const found = await task();
  return { ...found, seconds: (performance.now() - startedAt) / 1000, cpuSeconds: busySeconds() - before };
}

async function crawlOurselves(startUrl: string): Promise<Found> {
  const client = createHttpClient({
    userAgent: "FlawlessBot benchmark",
    allowedPrivateHosts: ["127.0.0.1"],
    perHost: REQUESTS_AT_A_TIME,
    read: reader.read,
  });
  const memory = createInProcessMemory();
  const plan: CrawlPlan = {
    crawlId: "bench",
    startUrl,
    include: [],
    exclude: [],
    language: "auto",
    pageLimit: 100_000,
    only: ["links"],
    browser: "never",
    renderProofs: {},
    maxConcurrency: REQUESTS_AT_A_TIME,
    timeBudgetMs: 600_000,
    retryDelayMs: 1_000,
  };
  const tools = {
    client,
    browser: null,
    checks: { version: "none", checkBlocks: async () => [] },
    answers: createAnswerCache(),
  };
  const { ports, close } = makePorts(tools, {
    plan,
    memory,
    onProgress: () => undefined,
    onFault: (error) => {
      throw error;
    },
  });
  const { host } = new URL(startUrl);
  const checkLinks: typeof ports.checkLinks = (targets, signal, wasMissing) =>
    ports.checkLinks(
      targets.filter((target) => URL.parse(target)?.host === host),
      signal,
      wasMissing,
    );
  const account = await crawlSite(plan, { ...ports, checkLinks });
  await close();
  await client.close();
  const broken = memory.verdicts().filter(({ state }) => state === "broken");
  const pages = account.pages.new;
  return { pages, links: account.linksChecked, broken: broken.map(({ url }) => url).sort() };
}

async function crawlWithLinkinator(startUrl: string, moduleUrl: string): Promise<Found> {
  const { check } = linkinatorModule.parse({ ...(await import(moduleUrl)) });
  const { host } = new URL(startUrl);
  const answer = await check({
    path: startUrl,
    recurse: true,
    linksToSkip: async (link: string) => URL.parse(link)?.host !== host,
  });
  const { links } = linkinatorResult.parse(answer);
  const asked = links.filter(({ state }) => state !== "SKIPPED");
  const broken = asked.filter(({ state }) => state === "BROKEN").map(({ url }) => url);
  return {
    pages: new Set(asked.map(({ url }) => url.split("#")[0])).size,
    links: asked.length,
    broken: broken.sort(),
  };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const show = (name: string, { seconds, cpuSeconds, pages, links, broken }: Run) =>
  process.stdout.write(
    `${name}: ${seconds.toFixed(2)} s, processor ${cpuSeconds.toFixed(2)} s, ${pages} pages, ${links} targets, ${broken.length} broken\n`,
  );
const compare = (name: string, own: readonly Run[], peer: readonly Run[]) => {
  const ratio = (of: (run: Run) => number) => median(own.map((run, index) => of(run) / of(peer[index] ?? run))).toFixed(2);
  const [time, cpu] = [ratio(({ seconds }) => seconds), ratio(({ cpuSeconds }) => cpuSeconds)];
  process.stdout.write(`flawless / ${name}: time ${time}, processor time ${cpu} (medians of ${own.length})\n`);
};

/** One for all Crawls, as in a worker. */
const reader = createPageReader();
const linkinator = (await installPeers())("linkinator");
const lychee = await installLychee();
const server = await serveWithNginx(folder);
const startUrl = `${server.url}/`;
const { host } = new URL(startUrl);
const pages = (await readdir(folder)).filter((name) => name.endsWith(".html")).map((name) => startUrl + name);
const runs: Record<"own" | "linkinator" | "lychee", Run[]> = { own: [], linkinator: [], lychee: [] };
for (let round = 1; round <= Number(values.rounds); round++) {
  const peer = await measure(() => crawlWithLinkinator(startUrl, linkinator));
  show("linkinator", peer);
  const fast = await measure(async () => ({
    ...(await runLychee(lychee, pages, { host, atATime: REQUESTS_AT_A_TIME })),
    pages: pages.length,
  }));
  show("lychee", fast);
  const own = await measure(() => crawlOurselves(startUrl));
  show("flawless", own);
  runs.linkinator.push(peer);
  runs.lychee.push(fast);
  runs.own.push(own);
  if (round > 1) continue;
  const missed = [...new Set(peer.broken)].filter((url) => !own.broken.includes(url));
  const more = own.broken.filter((url) => !peer.broken.includes(url));
  const twice = own.broken.length - new Set(own.broken).size;
  process.stdout.write(`broken for linkinator only: ${missed.length} ${missed.slice(0, 5).join(" ")}\n`);
  process.stdout.write(`broken for flawless only: ${more.length} ${more.slice(0, 5).join(" ")}; told twice: ${twice}\n`);
}
compare("linkinator", runs.own, runs.linkinator);
compare("lychee", runs.own, runs.lychee);
await Promise.all([server.close(), reader.close()]);
