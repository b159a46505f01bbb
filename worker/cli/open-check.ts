import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { findBrowser } from "#worker/browser/find-browser.ts";
import { openBrowser } from "#worker/browser/open-browser.ts";
import { linkFindings } from "#worker/core/checks/links/link-findings.ts";
import { createHouseStyle, type HouseStyle } from "#worker/core/checks/style/house-style.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import { crawlerUserAgent } from "#worker/core/crawler-name.ts";
import { DomainError } from "#worker/core/errors.ts";
import { buildReport } from "#worker/core/report/build-report.ts";
import type { NotChecked } from "#worker/core/report/not-checked.ts";
import type { Report } from "#worker/core/report/report.ts";
import { makeSignInHeaders } from "#worker/core/sign-in/sign-in-headers.ts";
import { fnvHash } from "#worker/core/text/fnv-hash.ts";
import { parseSiteAddress } from "#worker/core/url/site-address.ts";
import { type CrawlFailure, type CrawlPlan, DEFAULT_CONCURRENCY, DEFAULT_TIME_BUDGET_MS } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory, type InProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { type CrawlTools, makePorts } from "#worker/crawl/make-ports.ts";
import { errorCode } from "#worker/http/client/error-code.ts";
import { createHttpClient, type HttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { probeSite } from "#worker/jobs/probe-site.ts";
import type { Log } from "#worker/log.ts";
import { addLanguageTool } from "#worker/threads/check/add-language-tool.ts";
import { type CheckPool, createCheckPool } from "#worker/threads/check/check-pool.ts";
import { createLanguageTool } from "#worker/threads/check/language-tool.ts";
import { createPageReader } from "#worker/threads/read/page-reader.ts";
import type { CheckArguments } from "./arguments.ts";
import { openBaseline } from "./open-baseline.ts";
import { readArgumentFile } from "./read-argument-file.ts";
import { readStyleFile } from "./read-style-file.ts";

/** `isFirstRun`: the run created its baseline. */
export type CheckResult = { report: Report; notChecked: NotChecked[]; failure: CrawlFailure | null; isFirstRun: boolean };

type World = {
  /** Address in the crawler's user agent, whose page explains it. */
  appUrl: string;
  configuredBrowser: string | undefined;
  /** A LanguageTool server for more grammar checks. */
  languageToolUrl?: string | undefined;
  log: Log;
  signal: AbortSignal;
  onProgress(progress: CrawlProgress): void;
};

/** Short, because a person waits. */
const RETRY_DELAY_MS = 1_000;

type Wanted = Omit<CheckArguments, "url" | "format">;

/** The tools for checking sites, one after another. `check` throws a DomainError if the address of a site cannot be read. */
export type OpenCheck = { check(site: string): Promise<CheckResult>; close(): Promise<void> };

/**
 * Opens what crawling sites takes, without account and database.
 * @throws DomainError if there is no browser, or the house style cannot be read
 */
export async function openCheck(sites: readonly string[], wanted: Wanted, world: World): Promise<OpenCheck> {
  const style = createHouseStyle(
    wanted.style === undefined ? [] : readStyleFile(await readArgumentFile("--style", wanted.style)),
  );
  const allowedPrivateHosts = wanted["allow-private"] ? sites.map((site) => new URL(parseSiteAddress(site)).hostname) : [];
  const browser = wanted["no-browser"] ? null : await openFoundBrowser(world, allowedPrivateHosts);
  const reader = createPageReader({
    onFault: (error) => world.log.warn({ err: error }, "no reading thread could be started"),
  });
  const client = createHttpClient({ userAgent: crawlerUserAgent(world.appUrl), allowedPrivateHosts, read: reader.read });
  const checks = openChecks(world);
  const tools: CrawlTools = { client, browser, checks, answers: createAnswerCache() };
  return {
    check: (site) => checkSite(site, wanted, { tools, style, world }),
    close: async () => void (await Promise.all([browser?.close(), reader.close(), checks.close(), client.close()])),
  };
}

type Opened = { tools: CrawlTools; style: HouseStyle; world: World };

async function checkSite(site: string, wanted: Wanted, { tools, style, world }: Opened): Promise<CheckResult> {
  const startUrl = await findStart(tools.client, { url: site, signIn: wanted.signIn });
  const path = await findBaselinePath(wanted, startUrl);
  const baseline = path === null ? null : await openBaseline(path, { ...wanted, startUrl });
  const memory = createInProcessMemory(baseline?.memory);
  const plan: CrawlPlan = { ...makePlan(wanted, startUrl), ...baseline?.learned };
  const { ports, close } = makePorts(tools, { plan, memory, ...watch(world) });
  const account = await crawlSite(plan, ports, world.signal).finally(close);
  if (account.state === "interrupted") throw new DomainError("unavailable", "The crawl was interrupted.");
  const report = makeReport(plan, memory, { style, ms: account.ms });
  if (baseline && account.failure) await baseline.noteFailure(account.failure);
  if (baseline) report.changes = account.failure ? [] : await baseline.compare(plan, { memory, style, account });
  const isFirstRun = baseline !== null && baseline.memory === undefined;
  return { report, notChecked: account.notChecked, failure: account.failure, isFirstRun };
}

/** Returns the baseline's file: the one named, or with `--sites` one for each site in the folder named, which is created. */
async function findBaselinePath({ baseline, sites }: Wanted, startUrl: string): Promise<string | null> {
  if (baseline === undefined) return null;
  if (sites === undefined) return baseline;
  try {
    await mkdir(baseline, { recursive: true });
  } catch (error) {
    throw new DomainError("invalid-input", `--baseline: the folder ${baseline} could not be created (${errorCode(error)}).`);
  }
  return join(baseline, `${new URL(startUrl).hostname}-${fnvHash(startUrl).toString(16)}.json`);
}

function openChecks({ log, languageToolUrl: url }: World): CheckPool {
  const pool = createCheckPool({ onFault: (error) => log.warn({ err: error }, "a text could not be checked") });
  if (!url) return pool;
  return addLanguageTool(
    pool,
    createLanguageTool({ url, onFault: (error) => log.warn({ err: error }, "LanguageTool did not answer") }),
  );
}

async function openFoundBrowser({ configuredBrowser, log }: World, allowedPrivateHosts: string[]) {
  const executablePath = await findBrowser({ configured: configuredBrowser });
  if (!executablePath)
    throw new DomainError("unavailable", "We found no browser. Install Chromium, set CHROMIUM_PATH, or add --no-browser.");
  return openBrowser({ executablePath, allowedPrivateHosts, log });
}

/** Finds the start address. One without a scheme is tried over https, then http, as on the website. */
async function findStart(shared: HttpClient, { url, signIn }: { url: string; signIn: Wanted["signIn"] }): Promise<string> {
  if (/^\s*https?:/i.test(url)) return parseSiteAddress(url);
  const startUrl = parseSiteAddress(url);
  const client = { ...shared, signInHeaders: signIn && makeSignInHeaders(signIn, startUrl) };
  const probe = await probeSite(client, url);
  if (!probe.ok) throw new DomainError(probe.code, probe.message);
  return probe.startUrl;
}

function makePlan(wanted: Wanted, startUrl: string): CrawlPlan {
  return {
    crawlId: "check",
    startUrl,
    signIn: wanted.signIn,
    include: [],
    exclude: [],
    language: wanted.lang,
    pageLimit: wanted["max-pages"],
    only: wanted.only,
    browser: wanted["no-browser"] ? "never" : "auto",
    renderProofs: {},
    maxConcurrency: DEFAULT_CONCURRENCY,
    timeBudgetMs: DEFAULT_TIME_BUDGET_MS,
    retryDelayMs: RETRY_DELAY_MS,
  };
}

function watch({ log, onProgress }: World) {
  return { onProgress, onFault: (error: unknown, url: string) => log.error({ err: error, url }, "a page met a fault of ours") };
}

type Extras = { style: HouseStyle; ms: number };

function makeReport({ startUrl, language, only }: CrawlPlan, memory: InProcessMemory, { style, ms }: Extras): Report {
  return buildReport({
    site: startUrl,
    pages: memory.pages().map(({ visit, known }) => ({ visit, snapshot: known.snapshot })),
    checkedBlock: memory.checked,
    textOf: (hash) => memory.block(hash)?.text ?? null,
    houseStyle: only.includes("style") ? style : undefined,
    verdicts: memory.verdicts().filter(({ state }) => state !== "unknown"),
    linkFinding: (link, verdict, pageUrl) => (only.includes("links") && linkFindings(verdict, [link], pageUrl)[0]) || null,
    ms,
    peakRssMB: process.resourceUsage().maxRSS / 1024,
    now: new Date(),
    siteLanguage: language,
  });
}
