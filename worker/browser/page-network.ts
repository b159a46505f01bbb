import type { CDPSession } from "playwright";
import type { ReceivedDocument } from "#worker/core/page/html/received-document.ts";
import type { HeadersFor } from "#worker/core/sign-in/sign-in-headers.ts";
import { RAW_HEADER } from "./forward-raw.ts";

/** Resource types without influence on a page's text. Images get an empty one as answer, so that no page shows its fallback. */
const REFUSED_TYPES = new Set(["Media", "Font", "TextTrack", "Manifest", "Ping", "CSPViolationReport", "Prefetch"]);
/** Resource types at which the browser pauses requests: refused ones, pages and images. "Other" covers types without a name here. */
const STOPPED_TYPES = ["Document", "Image", "Media", "Font", "Ping", "CSPViolationReport", "Other"] as const;
/** Connections that stay open by nature, whose end is not awaited. */
const LASTING_TYPES = new Set(["EventSource", "WebSocket", "Ping", "Media"]);
/** Resource types without influence on a page's look. */
const REFUSED_IN_PICTURES = new Set(["Media", "TextTrack", "Manifest", "Ping", "CSPViolationReport", "Prefetch"]);
const STOPPED_IN_PICTURES = ["Document", "Media", "Ping", "CSPViolationReport", "Other"] as const;
const EMPTY_GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** The settings of the network for one visit. */
export type NetworkVisit = {
  /** Most bytes that a page may receive in total. */
  maxBytes: number;
  /** Returns the headers to add to a request for one address; each hop of a redirect has its own. */
  headersFor?: HeadersFor | undefined;
  /** The page as received before, which answers the first request for its address. */
  document?: ReceivedDocument | undefined;
  /** True if the page's answer breaks the rules of HTTP, so that only the browser can read it. */
  isGarbled?: boolean | undefined;
};

/** `draw`: fonts and pictures load, too, and frames stay empty. */
export type TabPurpose = "read" | "draw";

export type PageNetwork = {
  /**
   * Forgets the last page and watches the next one. `whenTooLarge` resolves if that receives more than `maxBytes`; `whenLive` if it opens a
   * connection that stays open or a worker, whose messages come in real time.
   */
  begin(visit: NetworkVisit): Promise<{ whenTooLarge: Promise<void>; whenLive: Promise<void> }>;
  inFlight(): number;
  /** Returns the number of requests that the page has sent. */
  sent(): number;
  /** Notes that the page has started a worker. */
  workerStarted(): void;
  /** Notes that a request ended outside the page, which gets no event for it: a worker's script, or a download. */
  endedElsewhere(url: string): void;
  /** Resolves when no request is in flight. */
  whenIdle(): Promise<void>;
};

/** Documents that one page may load in its place, one after the other; browsers follow as many redirects. */
const MOST_DOCUMENTS = 20;

type Flying = { url: string; loaderId: string };

/**
 * Watches and filters the requests of one tab's pages. Refuses frames and resources without text; the guard proxy refuses private addresses.
 * Pauses only requests that may need an answer from here, because each pause costs a round trip to the browser. The browser's cache stays on,
 * so that a site's scripts are fetched once.
 */
export async function watchNetwork(session: CDPSession, mainFrame: string, purpose: TabPurpose = "read"): Promise<PageNetwork> {
  const draws = purpose === "draw";
  const refusedTypes = draws ? REFUSED_IN_PICTURES : REFUSED_TYPES;
  const flying = new Map<string, Flying>();
  let waiting: (() => void)[] = [];
  let visit: NetworkVisit = { maxBytes: Number.POSITIVE_INFINITY };
  let received = 0;
  let sent = 0;
  let documents = 0;
  let tooLarge: (() => void) | null = null;
  let live: (() => void) | null = null;
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
  session.on("Network.webSocketCreated", () => live?.());
  session.on("Network.requestWillBeSent", ({ requestId, loaderId, type, request }) => {
    sent += 1;
    if (type === "EventSource") live?.();
    if (!LASTING_TYPES.has(type ?? "") && /^https?:/i.test(request.url)) flying.set(requestId, { url: request.url, loaderId });
  });
  // A new document has arrived, so requests of the one before may never report their end.
  session.on("Network.responseReceived", ({ requestId, loaderId, frameId }) => {
    if (requestId !== loaderId || frameId !== mainFrame) return;
    for (const [other, { loaderId: owner }] of flying) if (owner !== "" && owner !== loaderId) flying.delete(other);
    wakeIfIdle();
  });
  session.on("Network.loadingFinished", ({ requestId }) => landed(requestId));
  session.on("Network.loadingFailed", ({ requestId }) => landed(requestId));
  session.on("Fetch.requestPaused", async ({ requestId, request, resourceType, frameId }) => {
    const { document, headersFor, isGarbled } = visit;
    const isPage = resourceType === "Document" && frameId === mainFrame;
    if (isPage && document && request.method === "GET" && withoutFragment(document.url) === request.url) {
      visit = { ...visit, document: undefined };
      return await fulfill(session, requestId, document);
    }
    if (isPage) documents += 1;
    // Pages whose scripts send visitors on in a circle. The last one stays.
    if (isPage && documents > MOST_DOCUMENTS) return await answer(session, requestId, "abort");
    const isFrame = resourceType === "Document" && !isPage;
    // A refused frame would show an error.
    if (isFrame && draws) return await fulfill(session, requestId, EMPTY_PAGE);
    const isEmptied = resourceType === "Image" && !draws;
    const action = isFrame || refusedTypes.has(resourceType) ? "refuse" : isEmptied ? "empty-picture" : "continue";
    const added = { ...headersFor?.(request.url), ...(isPage && isGarbled ? rawHeaderFor(request.url) : {}) };
    await answer(session, requestId, action, headersWith(request.headers, added));
  });
  await session.send("Network.enable");
  return {
    begin: async (next) => {
      visit = next;
      received = 0;
      documents = 0;
      flying.clear();
      wakeIfIdle();
      const whenTooLarge = new Promise<void>((resolve) => {
        tooLarge = resolve;
      });
      const whenLive = new Promise<void>((resolve) => {
        live = resolve;
      });
      const needed = next.headersFor ? "all" : "some";
      const some = draws ? SOME_IN_PICTURES : SOME;
      if (needed !== stopped) await session.send("Fetch.enable", { patterns: needed === "all" ? ALL : some });
      stopped = needed;
      return { whenTooLarge, whenLive };
    },
    inFlight: () => flying.size,
    sent: () => sent,
    workerStarted: () => live?.(),
    endedElsewhere: (url) => {
      for (const [requestId, { url: flyingUrl }] of flying) if (flyingUrl === url) landed(requestId);
    },
    whenIdle: () => (flying.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

const ALL = [{ urlPattern: "*" }];
const SOME = STOPPED_TYPES.map((resourceType) => ({ urlPattern: "*", resourceType }));
const SOME_IN_PICTURES = STOPPED_IN_PICTURES.map((resourceType) => ({ urlPattern: "*", resourceType }));
const EMPTY_PAGE = {
  bytes: new TextEncoder().encode("<!doctype html>"),
  headers: [{ name: "content-type", value: "text/html" }],
};

/** The proxy sees only requests over http. Other servers must not get its header. */
function rawHeaderFor(url: string): Record<string, string> {
  return url.startsWith("http:") ? { [RAW_HEADER]: "1" } : {};
}

/** The browser reports requests without their fragments. */
function withoutFragment(url: string): string {
  return url.split("#", 1)[0] ?? url;
}

/** Answers a request with the document. A page that is closing takes no answers, which is no fault. */
async function fulfill(
  session: CDPSession,
  requestId: string,
  { bytes, headers }: Omit<ReceivedDocument, "url">,
): Promise<void> {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  await session
    .send("Fetch.fulfillRequest", { requestId, responseCode: 200, responseHeaders: headers, body })
    .catch(() => undefined);
}

type Headers = { name: string; value: string }[];

/** Returns a request's headers with the added ones, which overrule the page's; undefined if none are added. */
function headersWith(own: Record<string, string>, added: Record<string, string>): Headers | undefined {
  const names = new Set(Object.keys(added));
  if (names.size === 0) return undefined;
  const kept = Object.entries(own).filter(([name]) => !names.has(name.toLowerCase()));
  return [...kept, ...Object.entries(added)].map(([name, value]) => ({ name, value }));
}

/** Continues, fakes or refuses a request. A page that is closing takes no answers, which is no fault. */
async function answer(
  session: CDPSession,
  requestId: string,
  action: "continue" | "empty-picture" | "refuse" | "abort",
  headers?: Headers,
): Promise<void> {
  const sent =
    action === "empty-picture"
      ? session.send("Fetch.fulfillRequest", {
          requestId,
          responseCode: 200,
          responseHeaders: [{ name: "content-type", value: "image/gif" }],
          body: EMPTY_GIF,
        })
      : action === "continue"
        ? session.send("Fetch.continueRequest", { requestId, ...(headers ? { headers } : {}) })
        : session.send("Fetch.failRequest", { requestId, errorReason: action === "abort" ? "Aborted" : "BlockedByClient" });
  await sent.catch(() => undefined);
}
