import type { BrowserContext, Page } from "playwright-core";
import { z } from "zod";
import { HIDDEN_ATTRIBUTE } from "#worker/core/page/reading-rules.ts";
import type { PageFailure } from "#worker/core/page/visit.ts";
import type { HeadersFor } from "#worker/core/sign-in/sign-in-headers.ts";
import { type PageNetwork, watchNetwork } from "./page-network.ts";
import { readDocument, waitForQuiet } from "./page-scripts.ts";
import { makePageWorld, type RunInPage } from "./page-world.ts";
import { failureOf } from "./render-failure.ts";

/**
 * Quiet time after which a document counts as settled, and the longest wait for it, in milliseconds and as a part of the page's whole
 * time. A page that never rests is read as it stands.
 */
const QUIET_MS = 100;
const SETTLE_MS = 5_000;
const SETTLE_SHARE = 1 / 3;
/** Time that a page gets to close. A page that hangs may never. */
const CLOSE_MS = 2_000;

export type RenderOptions = {
  signal?: AbortSignal | undefined;
  /** For the whole of it, from opening the page to reading it. */
  timeoutMs: number;
  /** Of all that the page loads, and of what it makes of it. */
  maxBytes: number;
  /** Asked for every request that the page makes, redirects included. */
  isAllowed: (url: string) => Promise<boolean>;
  /** What a Site's sign-in adds to a request, asked for every one. */
  headersFor?: HeadersFor | undefined;
};

/**
 * A page as the browser made it, where loading it ended. `baseUrl`: the address that its scripts say it has now, which relative links start
 * from. `status` null: the server said none.
 */
export type RenderedPage = { finalUrl: string; baseUrl: string; status: number | null; html: string; ms: number };

const readSchema = z.union([z.object({ html: z.string(), address: z.string() }), z.object({ tooLarge: z.literal(true) })]);
const TOO_LARGE: PageFailure = { code: "too-large", message: "The page is too large to be read." };
const TIMED_OUT: PageFailure = { code: "browser-timeout", message: "The page did not finish in time: it may run without end." };
const CRASHED: PageFailure = { code: "browser-crash", message: "The page crashed the browser." };
const REFUSED: PageFailure = { code: "private-address", message: "The address leads into a private network." };

/**
 * Opens a page and reads what it says once it has settled. Expected faults are values. After `browser-timeout` and `browser-crash` the context
 * may be of no more use: see `openSiteContext`.
 * @throws the signal's reason when `signal` ends it.
 */
export async function renderPage(
  context: BrowserContext,
  url: string,
  options: RenderOptions,
): Promise<RenderedPage | PageFailure> {
  options.signal?.throwIfAborted();
  const started = performance.now();
  const end = endings(options);
  let page: Page | null = null;
  try {
    const opened = await Promise.race([context.newPage(), end.timedOut, end.aborted]);
    if ("code" in opened) return opened;
    page = opened;
    const crashed = new Promise<PageFailure>((resolve) => opened.once("crash", () => resolve(CRASHED)));
    const reading = read(opened, context, url, options, started);
    return await Promise.race([reading, crashed, end.timedOut, end.aborted]);
  } catch (error) {
    options.signal?.throwIfAborted();
    const failure = failureOf(error);
    if (!failure) throw error;
    return failure;
  } finally {
    end.clear();
    if (page) await close(page);
  }
}

async function read(
  page: Page,
  context: BrowserContext,
  url: string,
  options: RenderOptions,
  started: number,
): Promise<RenderedPage | PageFailure> {
  page.on("popup", (popup) => void close(popup));
  const session = await context.newCDPSession(page);
  const network = await watchNetwork(session, options);
  page.on("worker", (worker) => network.endedElsewhere(worker.url()));
  page.on("download", (download) => network.endedElsewhere(download.url()));
  const tooLarge = network.whenTooLarge.then(() => TOO_LARGE);
  const loaded = await Promise.race([load(page, url, network, options), tooLarge]);
  if (loaded && "code" in loaded) return loaded;
  const inPage = await makePageWorld(session);
  await Promise.race([settle(inPage, network), capOf(Math.min(SETTLE_MS, options.timeoutMs * SETTLE_SHARE)), tooLarge]);
  const found = readSchema.parse(await inPage(readDocument, HIDDEN_ATTRIBUTE, options.maxBytes));
  if ("tooLarge" in found) return TOO_LARGE;
  return {
    finalUrl: found.address,
    baseUrl: page.url(),
    status: loaded?.status ?? null,
    html: found.html,
    ms: Math.round(performance.now() - started),
  };
}

async function load(page: Page, url: string, network: PageNetwork, { timeoutMs }: RenderOptions) {
  try {
    const going = page.goto(url, { waitUntil: "domcontentloaded", timeout: timeoutMs });
    const response = await Promise.race([going, leftForDownload(page)]);
    return response ? { status: response.status() } : null;
  } catch (error) {
    if (network.wasRefused()) return REFUSED;
    throw error;
  }
}

/** Resolves when a page that has begun to load goes on to a file: its loading never ends then. */
function leftForDownload(page: Page): Promise<null> {
  return new Promise((resolve) => {
    page.on("download", () => {
      if (page.url() !== "about:blank") resolve(null);
    });
  });
}

/** Until nothing is being loaded and the document stays as it is, both at once. */
async function settle(inPage: RunInPage, network: PageNetwork): Promise<void> {
  do {
    await network.whenIdle();
    await inPage(waitForQuiet, QUIET_MS);
  } while (network.inFlight() > 0);
}

function endings({ signal, timeoutMs }: RenderOptions) {
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const timedOut = new Promise<PageFailure>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), timeoutMs);
  });
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
  const clear = () => {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener("abort", onAbort);
  };
  return { timedOut, aborted, clear };
}

function capOf(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

async function close(page: Page): Promise<void> {
  await Promise.race([page.close().catch(() => undefined), capOf(CLOSE_MS)]);
}
