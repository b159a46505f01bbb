import type { FetchedPage } from "#worker/core/crawl/fetched-page.ts";
import { NO_VALIDATORS, type PreviousVisit, type Rendered, type Validators } from "#worker/core/crawl/visit.ts";
import { type ExtractOptions, extractPage } from "#worker/core/page/extract/extract-page.ts";
import { shownContent } from "#worker/core/page/extract/shown-content.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { addComparison, decideRendering, isProven } from "#worker/core/page/rendering/render-proof.ts";
import { isSameContent } from "#worker/core/page/snapshot/is-same-content.ts";
import { canonicalUrl, withoutRoute } from "#worker/core/url/canonical-url.ts";
import type { CrawlContext, PlanFields, Ports, RenderKnowledge } from "../crawl-context.ts";
import { readsTexts } from "../crawl-plan.ts";
import { contentOfRoute, isNoRoute, noteRoutes, routedBy } from "./hash-routes.ts";
import { isRenderTrustLost, loseRenderTrust } from "./render-trust.ts";

/** Reading uses what is known about rendering, and adds to it. */
export type ReadContext = BrowserContext &
  RenderKnowledge &
  PlanFields<"browser" | "only" | "crawlId"> &
  Ports<"fetchPage"> &
  Pick<CrawlContext, "robotsOf" | "tally">;
type ExtractContext = Ports<"extractPage"> & Pick<CrawlContext, "stopwatch">;
type BrowserContext = ExtractContext & Ports<"renderPage"> & Pick<CrawlContext, "signal">;
type RouteContext = BrowserContext & PlanFields<"browser"> & Pick<CrawlContext, "routedPages">;

/**
 * The result of reading an address. `same`: the page did not change, which is known without parsing it. `isTrusted`: it was read without
 * the browser because HTML was enough for the other pages of its template.
 */
export type Reading =
  | { kind: "read"; content: PageContent; rendered: Rendered; isTrusted: boolean; status: number; validators: Validators }
  | { kind: "same"; isTrusted: boolean; status: number; validators: Validators }
  | { kind: "elsewhere"; target: string; status: number | null }
  | { kind: "nothing"; status: number | null; failure: PageFailure };

type HtmlAnswer = Extract<FetchedPage, { kind: "html" }>;

/**
 * Reads one page in the cheapest way that gives its true content.
 * 1. robots.txt may disallow it.
 * 2. The request is conditional if "not modified" would be enough: `mayBeSame`, and no browser is needed to know.
 * 3. A redirect to another address is a result of its own.
 * 4. Otherwise the HTML is parsed, and the browser reads the page, too, where it says more there or where that is not known.
 */
export async function readPage(
  context: ReadContext,
  url: string,
  previous: PreviousVisit | null,
  mayBeSame: boolean,
): Promise<Reading> {
  const { ports, plan, signal, stopwatch } = context;
  const robots = await context.robotsOf(url);
  if (robots.failure) return { kind: "nothing", status: null, failure: robots.failure };
  if (!robots.isAllowed(url)) return { kind: "nothing", status: null, failure: ROBOTS_DENIED };
  if (isNoRoute(context, url)) return { kind: "elsewhere", target: withoutRoute(url), status: null };

  const rendersAnyway = plan.browser === "always" || (plan.browser === "auto" && previous?.rendered === "browser");
  const known = mayBeSame && !rendersAnyway && !isRenderTrustLost(context, url) && previous ? previous.validators : null;
  const isTrusted = plan.browser === "auto";
  const answer = await stopwatch.time("fetch", () => ports.fetchPage(url, { validators: known, signal }));
  if (answer.kind === "failure" && answer.isGarbled && plan.browser !== "never" && ports.renderPage)
    return await readGarbled(context, url, answer.failure);
  if (answer.kind === "failure")
    return elsewhere(url, answer) ?? { kind: "nothing", status: answer.status, failure: answer.failure };
  if (answer.kind === "not-modified")
    return { kind: "same", isTrusted, status: 304, validators: renewed(answer.validators, known) };
  const moved = elsewhere(url, answer);
  if (moved) return moved;
  const hash = answer.validators.bodyHash;
  if (known && hash !== null && hash === known.bodyHash)
    return { kind: "same", isTrusted, status: answer.status, validators: answer.validators };
  if (routedBy(url) !== null) return await readRoute(context, url, answer);
  return await readHtml(context, url, answer, previous?.rendered === "browser");
}

/** A page that robots.txt disallows. A robots.txt that could not be read has a failure of its own. */
export const ROBOTS_DENIED: PageFailure = { code: "robots", message: "The site's robots.txt disallows this page." };

/** Returns the validators after a 304, which need not repeat those that it confirms (RFC 9110, 15.4.5). */
function renewed(fresh: Validators, known: Validators | null): Validators {
  return {
    etag: fresh.etag ?? known?.etag ?? null,
    lastModified: fresh.lastModified ?? known?.lastModified ?? null,
    bodyHash: fresh.bodyHash ?? known?.bodyHash ?? null,
  };
}

function elsewhere(url: string, answer: { url: string; status: number | null }): Reading | null {
  const target = canonicalUrl(answer.url);
  // An address may keep a parameter that looks like a session id.
  return target !== null && target !== url && target !== canonicalUrl(url)
    ? { kind: "elsewhere", target, status: answer.status }
    : null;
}

async function readHtml(context: ReadContext, url: string, answer: HtmlAnswer, neededBrowser: boolean): Promise<Reading> {
  const { plan, proofs, tally } = context;
  const options = { url: answer.url, withTexts: readsTexts(plan), ...answer.source };
  const content = await extract(context, answer.html, options);
  const { status, validators } = answer;
  const plain: Reading = { kind: "read", content, rendered: "http", isTrusted: false, status, validators };
  const page = { url, scripts: content.scripts };
  const rendering = decideRendering(proofs.now, page, { neededBrowser, sampleKey: `${plan.crawlId} ${url}` });
  if (plan.browser === "never") {
    if (rendering !== "http") tally.leaveOut("needs-browser");
    return plain;
  }
  // A page without text says less than its template: its script may add the text.
  const mayBeIncomplete = content.scripts !== "" && shownContent(content) !== "text";
  if (rendering === "http" && plan.browser === "auto" && !mayBeIncomplete) {
    noteRoutes(context, url, content, false);
    return { ...plain, isTrusted: content.scripts !== "" };
  }
  const inBrowser = await readInBrowser(context, url, answer);
  if (inBrowser.kind !== "read") return inBrowser;
  const same = isSameContent(content, inBrowser.content);
  noteRoutes(context, url, inBrowser.content, !same);
  if (content.scripts !== "") {
    if (!same && isProven(proofs.now, page)) loseRenderTrust(context, url);
    proofs.now = addComparison(proofs.now, page, same);
  }
  return same && plan.browser === "auto" ? plain : inBrowser;
}

async function extract({ ports, stopwatch }: ExtractContext, html: string, options: ExtractOptions): Promise<PageContent> {
  const { extractPage: extractElsewhere } = ports;
  if (!extractElsewhere) return stopwatch.timeSync("extract", () => extractPage(html, options));
  return await stopwatch.time("extract", () => extractElsewhere(html, options));
}

/** Reads what a page's program shows for a hash route. A route that shows nothing of its own counts as a redirect to its page. */
async function readRoute(context: RouteContext, url: string, answer: HtmlAnswer): Promise<Reading> {
  const { plan } = context;
  const nothing: Reading = { kind: "elsewhere", target: withoutRoute(url), status: answer.status };
  if (plan.browser === "never") return nothing;
  const plain = await extract(context, answer.html, { url: answer.url, ...answer.source });
  if (plain.scripts === "") return nothing;
  const shown = await readInBrowser(context, url, answer);
  if (shown.kind !== "read") return shown;
  const content = isSameContent(plain, shown.content) ? null : contentOfRoute(context, url, shown.content);
  return content ? { ...shown, content } : nothing;
}

/** Reads a page whose answer only a browser understands. */
async function readGarbled(context: BrowserContext, url: string, failure: PageFailure): Promise<Reading> {
  const { ports, signal, stopwatch } = context;
  const page = await stopwatch.time("render", async () => ports.renderPage?.(url, { signal, isGarbled: true }));
  if (!page || page.kind === "failure") return { kind: "nothing", status: null, failure: page?.failure ?? failure };
  const { status } = page;
  if (status === null || status < 200 || status >= 300) {
    const isGone = status === 404 || status === 410;
    return {
      kind: "nothing",
      status,
      failure: isGone ? { code: "not-found", message: `The page does not exist (${status}).` } : failure,
    };
  }
  const moved = elsewhere(withoutRoute(url), { url: withoutRoute(page.url), status });
  if (moved) return moved;
  const content = await extract(context, page.html, { url: page.baseUrl });
  return { kind: "read", content, rendered: "browser", isTrusted: false, status, validators: NO_VALIDATORS };
}

async function readInBrowser(context: BrowserContext, url: string, answer: HtmlAnswer): Promise<Reading> {
  const { ports, signal, stopwatch } = context;
  const render = ports.renderPage;
  if (!render) return { kind: "nothing", status: answer.status, failure: NO_BROWSER };
  const page = await stopwatch.time("render", () => render(answer.document?.url ?? url, { signal, document: answer.document }));
  if (page.kind === "failure") return { kind: "nothing", status: answer.status, failure: page.failure };
  const moved = elsewhere(withoutRoute(url), { url: withoutRoute(page.url), status: page.status });
  if (moved) return moved;
  // The browser gives its tree as HTML, also that of an XML document.
  const content = await extract(context, page.html, { url: page.baseUrl, ...answer.source, isXml: false });
  return { kind: "read", content, rendered: "browser", isTrusted: false, status: answer.status, validators: answer.validators };
}

const NO_BROWSER: PageFailure = { code: "browser-crash", message: "This page needs a browser, and we could not start one." };
