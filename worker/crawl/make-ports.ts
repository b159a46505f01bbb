import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { RenderedPage } from "#worker/core/crawl/rendered-page.ts";
import type { ReceivedDocument } from "#worker/core/page/html/received-document.ts";
import { describeFailure } from "#worker/http/client/describe-failure.ts";
import type { HttpClient } from "#worker/http/client/http-client.ts";
import type { AnswerCache } from "#worker/http/links/answer-cache.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { createPrefetchChecker } from "#worker/http/links/prefetch-checker.ts";
import { fetchPage } from "#worker/http/read/fetch-page.ts";
import { readParts } from "#worker/http/read/read-parts.ts";
import { fetchRobots } from "#worker/http/read/robots.ts";
import { readSitemaps } from "#worker/http/read/sitemaps.ts";
import type { OpenBrowser } from "../browser/open-browser.ts";
import { openSiteContext, type SiteContext } from "../browser/site-context.ts";
import type { BrowserView } from "../core/checks/links/judge-browser-view.ts";
import type { CrawlMemory, CrawlProgress } from "../core/crawl/crawl-memory.ts";
import { makeSignInHeaders } from "../core/sign-in/sign-in-headers.ts";
import { makeIsIgnored } from "../core/url/ignored-links.ts";
import { isSameSite } from "../core/url/scope.ts";
import type { CrawlPlan } from "./crawl-plan.ts";
import type { CrawlPorts } from "./crawl-ports.ts";
import { type JudgeView, withSecondLook } from "./steps/second-look.ts";
import { withStyleSheets } from "./steps/with-style-sheets.ts";

/** What all Crawls of one process share. */
export type CrawlTools = {
  client: HttpClient;
  /** Null where there is none. */
  browser: OpenBrowser | null;
  checks: { version: string; checkBlocks: CheckBlocks };
  answers: AnswerCache;
};

type OneCrawl = {
  plan: Pick<CrawlPlan, "startUrl" | "language" | "signIn" | "styleRules" | "ignoredLinks">;
  memory: CrawlMemory;
  onProgress(progress: CrawlProgress): void;
  onFault(error: unknown, url: string): void;
  /** For one page in the browser, from opening to reading. */
  renderTimeoutMs?: number;
};

const RENDER_TIMEOUT_MS = 30_000;

/** Joins one Crawl to the world. `close` ends what was opened for it alone. */
export function makePorts(
  { client: sharedClient, browser, checks, answers }: CrawlTools,
  { plan, renderTimeoutMs = RENDER_TIMEOUT_MS, ...own }: OneCrawl,
): { ports: CrawlPorts; close(): Promise<void> } {
  const client = { ...sharedClient, signInHeaders: plan.signIn ? makeSignInHeaders(plan.signIn, plan.startUrl) : undefined };
  const site = browser && openSiteContext({ browser, userAgent: client.userAgent, locale: localeOf(plan.language) });
  const start = new URL(plan.startUrl);
  const isOwn = (target: string) => isSameSite(new URL(target), start);
  const checker = createLinkChecker(client, {
    cache: answers,
    isFresh: isOwn,
    isSecure: start.protocol === "https:",
    onFault: own.onFault,
  });
  const { prefetchLinks, checkLinks: ask } = createPrefetchChecker(checker);
  const isIgnored = makeIsIgnored(plan.ignoredLinks ?? []);
  const readSheet = (target: string, signal: AbortSignal) =>
    readParts(client, target, signal).catch((error: unknown) => {
      if (!signal.aborted) own.onFault(error, target);
      return [];
    });
  // Without our name, and apart from the site: what a visitor's browser is shown who follows a link out.
  const visitor = browser && openSiteContext({ browser });
  /** Null also for pages of a site with a sign-in, which a visitor has not. A fault of ours here costs nothing: the target stays as it was. */
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
    // A Site's own choice of language and of advice changes what is said about it, so its results are kept apart.
    checks: { version: [checks.version, plan.language, ...(plan.styleRules ?? [])].join(" "), checkBlocks: checks.checkBlocks },
    fetchPage: (url, options) => fetchPage(client, url, options),
    fetchRobots: (origin, signal) => fetchRobots(client, origin, signal),
    readSitemaps: (urls, options) => readSitemaps(client, urls, options),
    renderPage: site && ((url, options) => render(client, site, url, { ...options, timeoutMs: renderTimeoutMs })),
    // The owner mends a link and checks again: what the site itself answers is never remembered.
    checkLinks: (targets, signal, wasMissing) => {
      const verdicts = withStyleSheets(ask(targets, signal, wasMissing), { isOwn, isIgnored, readSheet, ask }, signal);
      return visitor
        ? withSecondLook(verdicts, (url, stop) => openAsVisitor(visitor, url, stop), signal, undefined, judgeView)
        : verdicts;
    },
    prefetchLinks,
    extractPage: (html, options) => client.read("page", html, options),
    now: () => performance.now(),
  };
  return { ports, close: async () => void (await Promise.all([site?.close(), visitor?.close()])) };
}

/** Longest that one link target may take in the browser. */
const VISIT_TIMEOUT_MS = 20_000;

async function render(
  client: HttpClient,
  site: SiteContext,
  url: string,
  bounds: { signal: AbortSignal; timeoutMs: number; document?: ReceivedDocument | undefined },
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

function localeOf(language: CrawlPlan["language"]): string | undefined {
  return language === "auto" ? undefined : language;
}
