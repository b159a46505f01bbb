import type { CheckedBlock } from "#worker/core/checks/check.ts";
import type { Finding } from "#worker/core/checks/finding.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { CrawlAccount, CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory, type InProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { type FakeWeb, HOME, makeFakeWebPorts, type Requests } from "./fake-web.ts";

export type FakeCrawlOptions = FakeWeb & {
  plan?: Partial<CrawlPlan>;
  /** Memory of an earlier Crawl of the same Site; empty if absent. */
  memory?: InProcessMemory;
  checksVersion?: string;
  /** Checks in place of the check that knows one mistake. */
  checkBlocks?: CheckBlocks;
  /** Called with the texts of each check; what it throws, the check throws. */
  onCheck?: (texts: string[]) => void;
  verdict?: (url: string) => LinkVerdict;
  now?: () => number;
  signal?: AbortSignal;
  /** Called when a visit or verdicts were recorded. */
  onRecord?: () => void;
};

export type FakeCrawl = Requests & {
  account: CrawlAccount;
  memory: InProcessMemory;
  /** Texts that were checked, in order, each as often as it was. */
  checked: string[];
  progress: CrawlProgress[];
  faults: { url: string; error: unknown }[];
  /** Recorded outcome of the last visit to each path, with the failure's code if there is one. */
  outcomes: Record<string, string>;
};

const PLAN: CrawlPlan = {
  crawlId: "crawl",
  startUrl: HOME,
  include: [],
  exclude: [],
  language: "auto",
  pageLimit: 1000,
  only: ["spelling"],
  browser: "auto",
  renderProofs: {},
  maxConcurrency: 4,
  timeBudgetMs: 60_000,
  retryDelayMs: 0,
};

/** Crawls a web that exists in memory only, with a check that knows one mistake: "recieve". Texts in French are not checked. */
export async function crawlFakeWeb({
  plan,
  onCheck,
  checkBlocks = async (blocks) => blocks.map(checkBlock),
  verdict = works,
  signal,
  onRecord,
  ...web
}: FakeCrawlOptions): Promise<FakeCrawl> {
  const memory = web.memory ?? createInProcessMemory();
  const requests: Requests = { fetched: [], conditional: [], rendered: [] };
  const [checked, progress, faults]: [string[], CrawlProgress[], FakeCrawl["faults"]] = [[], [], []];
  const account = await crawlSite(
    { ...PLAN, ...plan },
    {
      ...makeFakeWebPorts(web, requests),
      memory: {
        ...memory,
        recordVisit: async (visit, version) => {
          await memory.recordVisit(visit, version);
          onRecord?.();
        },
        recordVerdicts: async (verdicts) => {
          await memory.recordVerdicts(verdicts);
          onRecord?.();
        },
      },
      checks: {
        version: web.checksVersion ?? "checks-1",
        checkBlocks: async (blocks, options) => {
          checked.push(...blocks.map(({ text }) => text));
          await new Promise(setImmediate);
          onCheck?.(blocks.map(({ text }) => text));
          return checkBlocks(blocks, options);
        },
      },
      async *checkLinks(targets, stop) {
        for (const target of targets) {
          await new Promise(setImmediate);
          if (stop.aborted) return;
          yield verdict(target);
        }
      },
      onProgress: (now) => progress.push(now),
      onFault: (error, url) => faults.push({ url, error }),
      now: web.now ?? (() => performance.now()),
    },
    signal,
  );
  return { ...requests, account, memory, checked, progress, faults, outcomes: outcomesOf(memory) };
}

export function outcomesOf(memory: InProcessMemory): Record<string, string> {
  const outcomes = memory.pages().map(({ visit: { url, outcome, failure } }) => {
    return [url.replace(HOME, "/"), failure ? `${outcome} ${failure.code}` : outcome];
  });
  return Object.fromEntries(outcomes);
}

function works(url: string): LinkVerdict {
  return { url, state: "ok", rule: null, status: 200, reason: "", finalUrl: null };
}

function checkBlock({ hash, text }: Block): CheckedBlock {
  if (text.startsWith("Bonjour")) return { hash, language: null, findings: [] };
  return { hash, language: "en-US", findings: text.includes("recieve") ? [MISTAKE] : [] };
}

const MISTAKE: Finding = {
  check: "spelling",
  rule: "spelling/unknown-word",
  severity: "error",
  confidence: 1,
  message: "It is spelled “receive”.",
  text: "recieve",
  suggestions: ["receive"],
  excerpt: "",
  range: null,
  subject: "recieve",
};
