import type { BrowserView } from "#worker/core/checks/links/judge/judge-browser-view.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { RenderedPage, RenderPageOptions } from "#worker/core/crawl/rendered-page.ts";
import { languagesOf } from "#worker/http/client/browser-headers.ts";
import { describeFailure } from "#worker/http/client/describe-failure.ts";
import { createEntrances } from "#worker/http/client/entrances.ts";
import type { HttpClient } from "#worker/http/client/http-client.ts";
import { type AnswerCache, withoutRecall } from "#worker/http/links/answer-cache.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { createPrefetchChecker } from "#worker/http/links/prefetch-checker.ts";
import type { HostLimiter } from "#worker/http/pace/host-limiter.ts";
import { fetchPage } from "#worker/http/read/fetch-page.ts";
import { readParts } from "#worker/http/read/read-parts.ts";
import { fetchRobots } from "#worker/http/read/robots.ts";
import { readSitemaps } from "#worker/http/read/sitemaps.ts";
import type { OpenBrowser } from "../browser/open-browser.ts";
import { openSiteContext, type SiteContext } from "../browser/site-context.ts";
import type { CrawlMemory, CrawlProgress } from "../core/crawl/crawl-memory.ts";
import { makeSignInHeaders } from "../core/sign-in/sign-in-headers.ts";
import { makeIsIgnored } from "../core/url/ignored-links.ts";
import { isIpAddress } from "../core/url/private-address.ts";
import { isSameSite } from "../core/url/scope.ts";
import type { CrawlPlan } from "./crawl-plan.ts";
import type { CrawlPorts } from "./crawl-ports.ts";
import { type JudgeView, withSecondLook } from "./steps/second-look.ts";
import { withStyleSheets } from "./steps/with-style-sheets.ts";

/** The tools that all Crawls of one process share. */
export type CrawlTools = {
  client: HttpClient;
  /** Null: there is no browser on this machine. */
  browser: OpenBrowser | null;
  checks: { version: string; checkBlocks: CheckBlocks };
  answers: AnswerCache;
};

type OneCrawl = {
  plan: Pick<CrawlPlan, "startUrl" | "language" | "signIn" | "styleRules" | "ignoredLinks" | "onlyPages">;
  memory: CrawlMemory;
  onProgress(progress: CrawlProgress): void;
  onFault(error: unknown, url: string): void;
  /** Called for each request that it starts; a page in the browser counts as one. */
  onRequest?(): void;
  /** The time that one page may take in the browser, from opening to reading. */
  renderTimeoutMs?: number;
};

const RENDER_TIMEOUT_MS = 30_000;

/** Connects one Crawl to network and browser. `close` closes its browser contexts. */
export function makePorts(
  { client: sharedClient, browser, checks, answers }: CrawlTools,
  { plan, renderTimeoutMs = RENDER_TIMEOUT_MS, ...own }: OneCrawl,
): { ports: CrawlPorts; close(): Promise<void> } {
  const client = {
    ...sharedClient,
    limiter: countRequests(sharedClient.limiter, own.onRequest),
    entrances: createEntrances(),
    languages: plan.language === "auto" ? sharedClient.languages : languagesOf(plan.language),
    signInHeaders: plan.signIn ? makeSignInHeaders(plan.signIn, plan.startUrl) : undefined,
  };
  const site = browser && openSiteContext({ browser, userAgent: client.userAgent, locale: localeOf(plan.language) });
  const start = new URL(plan.startUrl);
  const isOwn = (target: string) => isSameSite(new URL(target), start);
  const checker = createLinkChecker(client, {
    // A person has just repaired the page, so recent answers are asked for again.
    cache: plan.onlyPages ? withoutRecall(answers) : answers,
    isFresh: isOwn,
    isSecure: start.protocol === "https:",
    onFault: own.onFault,
  });
  const { findPages, prefetchLinks, checkLinks } = createPrefetchChecker(checker);
  const isIgnored = makeIsIgnored(plan.ignoredLinks ?? []);
  const readSheet = (target: string, signal: AbortSignal) =>
    readParts(client, target, signal).catch((error: unknown) => {
      if (!signal.aborted) own.onFault(error, target);
      return [];
    });
  // Without our user agent and the site's cookies: it shows what a visitor sees who follows a link.
  const visitor = browser && openSiteContext({ browser, locale: localeOf(plan.language) });
  /** Returns null also for pages behind the site's sign-in, which visitors do not have, and after a fault of ours: the verdict stays. */
  const openAsVisitor = async (context: SiteContext, url: string, signal: AbortSignal): Promise<BrowserView | null> => {
    if (plan.signIn && isOwn(url)) return null;
    const bounds = { signal, timeoutMs: VISIT_TIMEOUT_MS };
    const page = await render({ ...client, signInHeaders: undefined }, context, url, bounds).catch((error: unknown) => {
      if (!signal.aborted) own.onFault(error, url);
      return null;
    });
    return page?.kind === "html" ? { status: page.status, finalUrl: page.url, html: page.html } : null;
  };
  const judgeView: JudgeView = (verdict, { html, ...seen }) =>
    client.read("secondLook", html, verdict, seen).catch((error: unknown) => {
      own.onFault(error, verdict.url);
      return null;
    });
  const ports: CrawlPorts = {
    ...own,
    // The Site's language and style rules change what the checks find, so its results are kept apart.
    checks: { version: [checks.version, plan.language, ...(plan.styleRules ?? [])].join(" "), checkBlocks: checks.checkBlocks },
    fetchPage: (url, options) => fetchPage(client, url, options),
    fetchRobots: (origin, signal) => fetchRobots(client, origin, signal),
    readSitemaps: (urls, options) => readSitemaps(client, urls, options),
    renderPage: site && ((url, options) => render(client, site, url, { ...options, timeoutMs: renderTimeoutMs })),
    // Owners repair a link and crawl again, so the answers of the site itself are not cached.
    checkLinks: (targets, signal, wasMissing, findUse) => {
      const verdicts = withStyleSheets(
        checkLinks(targets, signal, wasMissing, findUse),
        { isOwn, isIgnored, readSheet, checkLinks },
        signal,
      );
      return visitor
        ? withSecondLook(verdicts, (url, stop) => openAsVisitor(visitor, url, stop), signal, undefined, judgeView)
        : verdicts;
    },
    findPages,
    prefetchLinks,
    prepareHost: (host) => {
      if (!isIpAddress(host)) client.names.prepare(host);
    },
    extractPage: (html, options) => client.read("page", html, options),
    now: () => performance.now(),
  };
  return { ports, close: async () => void (await Promise.all([site?.close(), visitor?.close()])) };
}

/** Returns the limiter that all Crawls share, and reports what this one starts through it. */
function countRequests(limiter: HostLimiter, onRequest: () => void = () => undefined): HostLimiter {
  return {
    ...limiter,
    run(url, task, signal) {
      return limiter.run(
        url,
        () => {
          onRequest();
          return task();
        },
        signal,
      );
    },
  };
}

/** The time that one link target may take in the browser. */
const VISIT_TIMEOUT_MS = 20_000;

async function render(
  client: HttpClient,
  site: SiteContext,
  url: string,
  bounds: RenderPageOptions & { timeoutMs: number },
): Promise<RenderedPage> {
  const { maxBytes, signInHeaders: headersFor } = client;
  const options = { ...bounds, maxBytes, headersFor };
  const page = await client.limiter
    .run(url, () => site.render(url, options), bounds.signal)
    .catch((error: unknown) => {
      const held = describeFailure(error, url);
      if (!held) throw error;
      return held;
    });
  if ("code" in page) return { kind: "failure", failure: page };
  return { kind: "html", url: page.finalUrl, baseUrl: page.baseUrl, status: page.status, html: page.html };
}

/** Returns the language that the browser asks pages for. Without one, it would send no Accept-Language, unlike every visitor's. */
function localeOf(language: CrawlPlan["language"]): string {
  return language === "auto" ? "en-US" : language;
}
