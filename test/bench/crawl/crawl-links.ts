import { parseArgs } from "node:util";
import { z } from "zod";
import { installPeers } from "#test/bench/peers/install-peers.ts";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createPageReader } from "#worker/threads/read/page-reader.ts";

/**
 * Compares a first Crawl for links only, without browser, with `linkinator --recurse`, in turns. Both skip external addresses,
 * which are unreachable here. `node test/bench/crawl/crawl-links.ts <folder> [--rounds 5]`.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string", default: "5" } } });
const [folder] = positionals;
if (!folder) throw new Error("Say which folder of HTML to crawl.");

/** `broken`: targets as written in the page, sorted, once per report. */
type Run = { seconds: number; pages: number; links: number; broken: string[] };

const REQUESTS_AT_A_TIME = 16;
const linkinatorResult = z.object({ links: z.array(z.object({ url: z.string(), state: z.string() })) });
const linkinatorModule = z.object({
  check: z.custom<(options: Record<string, unknown>) => Promise<unknown>>((value) => typeof value === "function"),
});

async function crawlOurselves(startUrl: string): Promise<Run> {
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
  const startedAt = performance.now();
  const account = await crawlSite(plan, { ...ports, checkLinks });
  const seconds = (performance.now() - startedAt) / 1000;
  await close();
  await client.close();
  const broken = memory.verdicts().filter(({ state }) => state === "broken");
  const pages = account.pages.new;
  return { seconds, pages, links: account.linksChecked, broken: broken.map(({ url }) => url).sort() };
}

async function crawlWithLinkinator(startUrl: string, moduleUrl: string): Promise<Run> {
  const { check } = linkinatorModule.parse({ ...(await import(moduleUrl)) });
  const { host } = new URL(startUrl);
  const startedAt = performance.now();
  const answer = await check({
    path: startUrl,
    recurse: true,
    linksToSkip: async (link: string) => URL.parse(link)?.host !== host,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { links } = linkinatorResult.parse(answer);
  const asked = links.filter(({ state }) => state !== "SKIPPED");
  const broken = asked.filter(({ state }) => state === "BROKEN").map(({ url }) => url);
  return {
    seconds,
    pages: new Set(asked.map(({ url }) => url.split("#")[0])).size,
    links: asked.length,
    broken: broken.sort(),
  };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const show = (name: string, { seconds, pages, links, broken }: Run) =>
  process.stdout.write(`${name}: ${seconds.toFixed(2)} s, ${pages} pages, ${links} targets, ${broken.length} broken\n`);

/** One for all Crawls, as in a worker. */
const reader = createPageReader();
const linkinator = (await installPeers())("linkinator");
const server = await serveWithNginx(folder);
const ratios: number[] = [];
for (let round = 1; round <= Number(values.rounds); round++) {
  const peer = await crawlWithLinkinator(`${server.url}/`, linkinator);
  show("linkinator", peer);
  const own = await crawlOurselves(`${server.url}/`);
  show("flawless", own);
  ratios.push(own.seconds / peer.seconds);
  if (round > 1) continue;
  const missed = [...new Set(peer.broken)].filter((url) => !own.broken.includes(url));
  const more = own.broken.filter((url) => !peer.broken.includes(url));
  const twice = own.broken.length - new Set(own.broken).size;
  process.stdout.write(`broken for linkinator only: ${missed.length} ${missed.slice(0, 5).join(" ")}\n`);
  process.stdout.write(`broken for flawless only: ${more.length} ${more.slice(0, 5).join(" ")}; told twice: ${twice}\n`);
}
process.stdout.write(`time of flawless / time of linkinator: ${median(ratios).toFixed(2)} (median of ${ratios.length})\n`);
await Promise.all([server.close(), reader.close()]);
