import { availableParallelism } from "node:os";
import { pino } from "pino";
import { openBrowser } from "#worker/browser/open-browser.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { type CheckPool, createCheckPool } from "#worker/threads/check/check-pool.ts";

type Options = { browser: "auto" | "always"; only: readonly CheckId[]; pageLimit: number; executablePath: string };

/** Runs the product's own Crawl with a new browser, whose start and end are part of the time. Its threads have loaded their data before. */
export async function crawlInProcess(startUrl: string, { browser: rendering, only, pageLimit, executablePath }: Options) {
  const log = pino({ level: "silent" });
  const allowedPrivateHosts = ["127.0.0.1"];
  const checks = only.length > 0 ? createCheckPool() : null;
  if (checks) await warmUp(checks, only);
  const startedAt = performance.now();
  const client = createHttpClient({ userAgent: "FlawlessBot benchmark", allowedPrivateHosts, perHost: 8 });
  const browser = await openBrowser({ executablePath, allowedPrivateHosts, log });
  const memory = createInProcessMemory();
  const plan: CrawlPlan = { ...PLAN, startUrl, pageLimit, browser: rendering, only };
  const tools = { client, browser, checks: checks ?? NO_CHECKS, answers: createAnswerCache() };
  const onFault = (error: unknown) => void process.stdout.write(`A fault: ${String(error)}\n`);
  const { ports, close } = makePorts(tools, { plan, memory, onProgress: () => undefined, onFault });
  const { pages, rendered, findings, stagesMs } = await crawlSite(plan, ports).finally(close);
  await Promise.all([browser.close(), client.close()]);
  const seconds = (performance.now() - startedAt) / 1000;
  await checks?.close();
  return { pages: pages.new, seconds, rendered, findings, memory, stagesMs };
}

const PLAN: Omit<CrawlPlan, "startUrl" | "browser" | "only" | "pageLimit"> = {
  crawlId: "bench",
  include: [],
  exclude: [],
  language: "auto",
  renderProofs: {},
  maxConcurrency: 8,
  timeBudgetMs: 3_600_000,
  retryDelayMs: 100,
};
const NO_CHECKS = { version: "none", checkBlocks: async () => [] };

async function warmUp({ checkBlocks }: CheckPool, only: readonly CheckId[]): Promise<void> {
  const block = { hash: "0", kind: "text", lang: "en", text: "The engine starts." } as const;
  const check = () => checkBlocks([block], { siteLanguage: "auto", pageLang: "en", only });
  await check();
  await Promise.all(Array.from({ length: availableParallelism() }, check));
}
