import { createHash } from "node:crypto";
import type { FetchedPage } from "#worker/core/crawl/fetched-page.ts";
import type { RenderedPage } from "#worker/core/crawl/rendered-page.ts";
import type { Robots } from "#worker/core/crawl/robots.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";

export const HOME = "https://bakery.example/";

/** Answer of an address. `browser`: the HTML after rendering, if it differs. */
export type FakePage = { html: string; etag?: string; browser?: string | PageFailure };
/** `garbled`: the page that a browser makes of an answer that breaks the rules of HTTP. */
export type FakeFailure = { failure: PageFailure; status?: number; garbled?: string };
export type FakeAnswer = string | FakePage | { to: string } | FakeFailure;

/** By path on the site or by whole address; a function gets the number of requests before. Other addresses: 404. */
export type FakePages = Record<string, FakeAnswer | ((before: number) => FakeAnswer)>;

export type FakeWeb = {
  pages: FakePages;
  robots?: (origin: string) => Partial<Robots>;
  sitemap?: string[];
  /** Reads sitemaps by their addresses, where it matters which are asked for. */
  readSitemaps?: CrawlPorts["readSitemaps"];
  hasBrowser?: boolean;
  /** Called with each request for a page, before it is answered. */
  onRequest?: (url: string) => void;
};

/** Requests to a fake web: addresses in order, repeated ones too. */
export type Requests = { fetched: string[]; conditional: string[]; rendered: string[] };

/** A page with these links (what looks like an address) and paragraphs. */
export function page(...parts: string[]): string {
  const body = parts.map((part) => (/^(?:[/#]|https?:)/.test(part) ? `<a href="${part}">more</a>` : `<p>${part}</p>`));
  return `<!doctype html><html lang="en"><title>A page</title><body>${body.join("\n")}</body></html>`;
}

/** A server that answers every address: with one of these pages, else with what `otherwise` returns for the path. */
export function answeringAll(pages: FakePages, otherwise: (path: string) => FakeAnswer): FakePages {
  const own = (key: string) => pages[key] ?? (key.startsWith("/") ? otherwise(key) : undefined);
  return new Proxy(pages, { get: (_, key) => (typeof key === "string" ? own(key) : undefined) });
}

/** A page of which only a browser can tell what it says. */
export function scripted(...parts: string[]): string {
  return `${page(...parts)}<script>run()</script>`;
}

export function failing(code: PageFailure["code"], status?: number): FakeFailure {
  return { failure: { code, message: `It fails (${code}).` }, ...(status === undefined ? {} : { status }) };
}

/** The ports through which a Crawl sees a web that exists in memory only. */
export function makeFakeWebPorts(
  { pages, robots, sitemap = [], readSitemaps, hasBrowser = true, onRequest }: FakeWeb,
  { fetched, conditional, rendered }: Requests,
): Pick<CrawlPorts, "fetchPage" | "fetchRobots" | "readSitemaps" | "renderPage" | "findPages"> {
  const answerOf = (url: string): FakeAnswer => {
    const found = pages[url.replace(HOME, "/")] ?? pages[url] ?? failing("not-found", 404);
    return typeof found === "function" ? found(fetched.filter((asked) => asked === url).length) : found;
  };
  const follow = (url: string, moves = 0): { url: string; found: FakePage | FakeFailure } => {
    const found = answerOf(url);
    if (typeof found === "string") return { url, found: { html: found } };
    if (!("to" in found)) return { url, found };
    return moves < 10 ? follow(new URL(found.to, url).href, moves + 1) : { url, found: failing("redirect-loop") };
  };
  return {
    fetchPage: async (url, { validators, signal }): Promise<FetchedPage> => {
      await nextTurn(signal);
      onRequest?.(url);
      const { url: end, found } = follow(url);
      fetched.push(url);
      if (validators) conditional.push(url);
      if ("failure" in found) {
        const isGarbled = found.garbled !== undefined;
        return { kind: "failure", url: end, status: found.status ?? null, failure: found.failure, isGarbled };
      }
      const { html, etag = null } = found;
      if (etag !== null && validators?.etag === etag)
        return { kind: "not-modified", validators: { etag, lastModified: null, bodyHash: null } };
      const bodyHash = createHash("sha256").update(html).digest("hex");
      return { kind: "html", url: end, status: 200, html, validators: { etag, lastModified: null, bodyHash } };
    },
    findPages: async (urls, signal) => {
      await nextTurn(signal);
      return urls.filter((url) => !("failure" in follow(url).found));
    },
    fetchRobots: async (origin, signal) => {
      await nextTurn(signal);
      return { isAllowed: () => true, sitemaps: [], failure: null, ...robots?.(origin) };
    },
    readSitemaps:
      readSitemaps ??
      (async (_urls, { limit, signal }) => {
        await nextTurn(signal);
        const pages = sitemap.map((url) => new URL(url, HOME).href).slice(0, limit);
        const files = new Map(pages.length > 0 ? [[`${HOME}sitemap.xml`, pages]] : []);
        return { pages, files, filesLeft: 0, isComplete: true };
      }),
    renderPage: hasBrowser
      ? async (url, { signal }): Promise<RenderedPage> => {
          await nextTurn(signal);
          rendered.push(url);
          const { url: end, found } = follow(url);
          if ("failure" in found) {
            const { failure, garbled: html, status = 200 } = found;
            return html === undefined ? { kind: "failure", failure } : { kind: "html", url: end, baseUrl: end, status, html };
          }
          const { html, browser = html } = found;
          if (typeof browser !== "string") return { kind: "failure", failure: browser };
          return { kind: "html", url: end, baseUrl: end, status: 200, html: browser };
        }
      : null,
  };
}

async function nextTurn(signal: AbortSignal): Promise<void> {
  await new Promise(setImmediate);
  signal.throwIfAborted();
}
