import { pino } from "pino";
import { requireBrowser } from "#test/support/require-browser.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import type { CrawlAccount, CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory, type InProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient, type HttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";

/** Bounds small enough for a test: 2 MB, and these times for a page over HTTP and in the browser. */
export const HTTP_TIMEOUT_MS = 1_500;
export const RENDER_TIMEOUT_MS = 6_000;

/** A worker's browser and HTTP client, with which real sites on loopback are crawled. */
export type RealWorld = {
  browser: OpenBrowser;
  client: HttpClient;
  crawl(startUrl: string, options?: RealCrawlOptions): Promise<RealCrawl>;
  [Symbol.asyncDispose](): Promise<void>;
};
export type RealCrawlOptions = {
  plan?: Partial<CrawlPlan>;
  memory?: InProcessMemory;
  signal?: AbortSignal;
  renderTimeoutMs?: number;
  /** Called when a visit was recorded. */ onVisit?: () => void;
};
export type RealCrawl = {
  account: CrawlAccount;
  memory: InProcessMemory;
  faults: unknown[];
  /** By path: the outcome, with the failure's code where there is one. */
  outcomes: Record<string, string>;
  /** By path: the texts of the Blocks on record, without the page's title. */
  texts: Record<string, string[]>;
  ms: number;
};

export async function openRealWorld(): Promise<RealWorld> {
  const allowedPrivateHosts = ["127.0.0.1"];
  const browser = await openBrowser({
    executablePath: await requireBrowser(),
    allowedPrivateHosts,
    log: pino({ level: "silent" }),
  });
  const client = createHttpClient({
    userAgent: "TestBot/1.0",
    allowedPrivateHosts,
    maxBytes: 2_000_000,
    timeoutMs: HTTP_TIMEOUT_MS,
  });
  return {
    browser,
    client,
    crawl: (startUrl, options = {}) => crawl({ browser, client }, startUrl, options),
    async [Symbol.asyncDispose]() {
      await Promise.all([browser.close(), client.close()]);
    },
  };
}

async function crawl(
  { browser, client }: Pick<RealWorld, "browser" | "client">,
  startUrl: string,
  { plan: wanted, memory = createInProcessMemory(), signal, onVisit, renderTimeoutMs = RENDER_TIMEOUT_MS }: RealCrawlOptions,
): Promise<RealCrawl> {
  const plan: CrawlPlan = {
    crawlId: "crawl",
    startUrl,
    include: [],
    exclude: [],
    language: "auto",
    pageLimit: 500,
    only: ["spelling"],
    browser: "auto",
    renderProofs: {},
    maxConcurrency: 6,
    timeBudgetMs: 120_000,
    retryDelayMs: 50,
    ...wanted,
  };
  const faults: unknown[] = [];
  const checkBlocks = async (blocks: { hash: string }[]) =>
    blocks.map(({ hash }) => ({ hash, language: "en-US" as const, findings: [] }));
  const { ports, close } = makePorts(
    { client, browser, checks: { version: "1", checkBlocks }, answers: createAnswerCache() },
    {
      plan,
      memory,
      onProgress: () => undefined,
      onFault: (error) => faults.push(error),
      renderTimeoutMs,
    },
  );
  ports.memory = {
    ...memory,
    recordVisit: async (visit, version) => {
      await memory.recordVisit(visit, version);
      onVisit?.();
    },
  };
  const startedAt = performance.now();
  const account = await crawlSite(plan, ports, signal).finally(close);
  return { account, memory, faults, ...whatIsKnown(memory), ms: performance.now() - startedAt };
}

function whatIsKnown(memory: InProcessMemory): Pick<RealCrawl, "outcomes" | "texts"> {
  const outcomes: RealCrawl["outcomes"] = {};
  const texts: RealCrawl["texts"] = {};
  for (const { visit, known } of memory.pages()) {
    const { pathname, search } = new URL(visit.url);
    outcomes[pathname + search] = visit.failure ? `${visit.outcome} ${visit.failure.code}` : visit.outcome;
    texts[pathname + search] = (known.snapshot?.blocks ?? [])
      .filter(({ kind }) => kind !== "title")
      .map(({ hash }) => memory.block(hash)?.text ?? "a text that is not on record");
  }
  return { outcomes, texts };
}
