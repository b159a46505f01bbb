import type { CDPSession } from "playwright-core";
import type { HeadersFor } from "#worker/core/sign-in/sign-in-headers.ts";

/** Resource types that no text hangs on. Images are answered with an empty one, so that no page shows what it does when one is missing. */
const REFUSED_TYPES = new Set(["Media", "Font", "TextTrack", "Manifest", "Ping", "CSPViolationReport", "Prefetch"]);
/** Connections that stay open by nature: nobody waits for their end. */
const LASTING_TYPES = new Set(["EventSource", "WebSocket", "Ping", "Media"]);
const EMPTY_GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

export type PageNetwork = {
  inFlight(): number;
  /** What ends elsewhere the page never hears the end of: a worker's own script ends in the worker, a download with the browser. To be told. */
  endedElsewhere(url: string): void;
  /** Resolves when no request is in flight. */
  whenIdle(): Promise<void>;
  /** Resolves when the page has received more than `maxBytes`; else never. */
  whenTooLarge: Promise<void>;
  /** Whether the page itself, not something that it loads, was refused. */
  wasRefused(): boolean;
};

type Options = {
  maxBytes: number;
  isAllowed: (url: string) => Promise<boolean>;
  /** Headers that a request gets on top of the page's own, for this address alone: a redirect is asked about anew. */
  headersFor?: HeadersFor | undefined;
};

/**
 * Watches and filters what a page loads. Requests that `isAllowed` denies, frames, and what brings no text are refused; redirects are
 * asked about one by one. Works beside the browser's cache, so that a site's scripts are fetched once and not for each page.
 */
export async function watchNetwork(session: CDPSession, { maxBytes, isAllowed, headersFor }: Options): Promise<PageNetwork> {
  const { frameTree } = await session.send("Page.getFrameTree");
  const mainFrame = frameTree.frame.id;
  const flying = new Map<string, string>();
  let waiting: (() => void)[] = [];
  let received = 0;
  let refused = false;
  const landed = (requestId: string) => {
    flying.delete(requestId);
    if (flying.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const whenTooLarge = new Promise<void>((resolve) => {
    session.on("Network.dataReceived", ({ dataLength }) => {
      received += dataLength;
      if (received > maxBytes) resolve();
    });
  });
  session.on("Network.requestWillBeSent", ({ requestId, type, request }) => {
    if (!LASTING_TYPES.has(type ?? "") && /^https?:/i.test(request.url)) flying.set(requestId, request.url);
  });
  session.on("Network.loadingFinished", ({ requestId }) => landed(requestId));
  session.on("Network.loadingFailed", ({ requestId }) => landed(requestId));
  session.on("Fetch.requestPaused", async ({ requestId, request, resourceType, frameId }) => {
    const isFrame = resourceType === "Document" && frameId !== mainFrame;
    const allowed = !isFrame && !REFUSED_TYPES.has(resourceType) && (await isAllowed(request.url).catch(() => false));
    if (!allowed && resourceType === "Document" && !isFrame) refused = true;
    await answer(session, requestId, resourceType, allowed, headersWith(request.headers, headersFor?.(request.url)));
  });
  await session.send("Network.enable");
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  return {
    inFlight: () => flying.size,
    endedElsewhere: (url) => {
      for (const [requestId, flyingUrl] of flying) if (flyingUrl === url) landed(requestId);
    },
    whenIdle: () => (flying.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    whenTooLarge,
    wasRefused: () => refused,
  };
}

type Headers = { name: string; value: string }[];

/** All headers of a request with those added, which count instead of the page's; undefined where none are added. */
function headersWith(own: Record<string, string>, added: Record<string, string> = {}): Headers | undefined {
  const names = new Set(Object.keys(added));
  if (names.size === 0) return undefined;
  const kept = Object.entries(own).filter(([name]) => !names.has(name.toLowerCase()));
  return [...kept, ...Object.entries(added)].map(([name, value]) => ({ name, value }));
}

/** A page that is closing no longer takes answers: then there is nothing to answer. */
async function answer(
  session: CDPSession,
  requestId: string,
  resourceType: string,
  allowed: boolean,
  headers?: Headers,
): Promise<void> {
  const sent =
    allowed && resourceType === "Image"
      ? session.send("Fetch.fulfillRequest", {
          requestId,
          responseCode: 200,
          responseHeaders: [{ name: "content-type", value: "image/gif" }],
          body: EMPTY_GIF,
        })
      : allowed
        ? session.send("Fetch.continueRequest", { requestId, ...(headers ? { headers } : {}) })
        : session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
  await sent.catch(() => undefined);
}
