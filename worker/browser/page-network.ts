import type { CDPSession } from "playwright";
import type { ReceivedDocument } from "#worker/core/page/html/received-document.ts";
import type { HeadersFor } from "#worker/core/sign-in/sign-in-headers.ts";

/** Resource types that no text hangs on. Images are answered with an empty one, so that no page shows what it does when one is missing. */
const REFUSED_TYPES = new Set(["Media", "Font", "TextTrack", "Manifest", "Ping", "CSPViolationReport", "Prefetch"]);
/** Under these names the browser stops what is refused, and pages and pictures, on their way; "Other" is all that it has no name for here. */
const STOPPED_TYPES = ["Document", "Image", "Media", "Font", "Ping", "CSPViolationReport", "Other"] as const;
/** Connections that stay open by nature: nobody waits for their end. */
const LASTING_TYPES = new Set(["EventSource", "WebSocket", "Ping", "Media"]);
const EMPTY_GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** What the network is to know about one visit. */
export type NetworkVisit = {
  /** Bytes that a page may receive in all. */
  maxBytes: number;
  /** Headers that a request gets on top of the page's own, for this address alone: a redirect is asked about anew. */
  headersFor?: HeadersFor | undefined;
  /** The page as it was received before: the first request for its address gets this answer. */
  document?: ReceivedDocument | undefined;
};

export type PageNetwork = {
  /** Forgets the page before and begins to watch the next one. `whenTooLarge` resolves when that has received more than `maxBytes`; else never. */
  begin(visit: NetworkVisit): Promise<{ whenTooLarge: Promise<void> }>;
  inFlight(): number;
  /** What ends elsewhere the page never hears the end of: a worker's own script ends in the worker, a download with the browser. To be told. */
  endedElsewhere(url: string): void;
  /** Resolves when no request is in flight. */
  whenIdle(): Promise<void>;
};

type Flying = { url: string; loaderId: string };

/**
 * Watches and filters what the pages of one tab load: frames, and what brings no text, are refused. Private addresses are the guard proxy's
 * to refuse. Only what may need an answer from here is stopped on its way, since each stop costs a turn with the browser. Works beside the
 * browser's cache, so that a site's scripts are fetched once and not for each page.
 */
export async function watchNetwork(session: CDPSession, mainFrame: string): Promise<PageNetwork> {
  const flying = new Map<string, Flying>();
  let waiting: (() => void)[] = [];
  let visit: NetworkVisit = { maxBytes: Number.POSITIVE_INFINITY };
  let received = 0;
  let tooLarge: (() => void) | null = null;
  let stopped: "some" | "all" | null = null;
  const wakeIfIdle = () => {
    if (flying.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const landed = (requestId: string) => {
    if (flying.delete(requestId)) wakeIfIdle();
  };
  session.on("Network.dataReceived", ({ dataLength }) => {
    received += dataLength;
    if (received > visit.maxBytes) tooLarge?.();
  });
  session.on("Network.requestWillBeSent", ({ requestId, loaderId, type, request }) => {
    if (!LASTING_TYPES.has(type ?? "") && /^https?:/i.test(request.url)) flying.set(requestId, { url: request.url, loaderId });
  });
  // A document has come: of what the one before it asked for, nothing more may be heard.
  session.on("Network.responseReceived", ({ requestId, loaderId, frameId }) => {
    if (requestId !== loaderId || frameId !== mainFrame) return;
    for (const [other, { loaderId: asker }] of flying) if (asker !== "" && asker !== loaderId) flying.delete(other);
    wakeIfIdle();
  });
  session.on("Network.loadingFinished", ({ requestId }) => landed(requestId));
  session.on("Network.loadingFailed", ({ requestId }) => landed(requestId));
  session.on("Fetch.requestPaused", async ({ requestId, request, resourceType, frameId }) => {
    const { document, headersFor } = visit;
    const isPage = resourceType === "Document" && frameId === mainFrame;
    if (isPage && document && request.method === "GET" && withoutFragment(document.url) === request.url) {
      visit = { ...visit, document: undefined };
      return await give(session, requestId, document);
    }
    const refused = (resourceType === "Document" && !isPage) || REFUSED_TYPES.has(resourceType);
    await answer(session, requestId, resourceType, !refused, headersWith(request.headers, headersFor?.(request.url)));
  });
  await session.send("Network.enable");
  return {
    begin: async (next) => {
      visit = next;
      received = 0;
      flying.clear();
      wakeIfIdle();
      const whenTooLarge = new Promise<void>((resolve) => {
        tooLarge = resolve;
      });
      const needed = next.headersFor ? "all" : "some";
      if (needed !== stopped) await session.send("Fetch.enable", { patterns: needed === "all" ? ALL : SOME });
      stopped = needed;
      return { whenTooLarge };
    },
    inFlight: () => flying.size,
    endedElsewhere: (url) => {
      for (const [requestId, { url: flyingUrl }] of flying) if (flyingUrl === url) landed(requestId);
    },
    whenIdle: () => (flying.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

const ALL = [{ urlPattern: "*" }];
const SOME = STOPPED_TYPES.map((resourceType) => ({ urlPattern: "*", resourceType }));

/** The browser's requests are named without their fragments. */
function withoutFragment(url: string): string {
  return url.split("#", 1)[0] ?? url;
}

/** A page that is closing no longer takes answers: then there is nothing to answer. */
async function give(session: CDPSession, requestId: string, { bytes, headers }: ReceivedDocument): Promise<void> {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  await session
    .send("Fetch.fulfillRequest", { requestId, responseCode: 200, responseHeaders: headers, body })
    .catch(() => undefined);
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
