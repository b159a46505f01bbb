import type { Page } from "playwright";
import { z } from "zod";
import { FRAME_ATTRIBUTE } from "#worker/core/page/html/frame-content.ts";
import { HIDDEN_ATTRIBUTE } from "#worker/core/page/html/reading-rules.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import type { Tab } from "./open-tab.ts";
import type { NetworkVisit, PageNetwork } from "./page-network.ts";
import { readDocument, scrollThrough, waitForQuiet } from "./page-scripts.ts";
import type { RunInPage } from "./page-world.ts";
import { failureOf } from "./render-failure.ts";

/**
 * Quiet time after which a document counts as settled, and the longest wait for that, in milliseconds and as a share of the page's whole time.
 * A page that never settles is read as it is then.
 */
const QUIET_MS = 100;
const SETTLE_MS = 5_000;
const SETTLE_SHARE = 1 / 3;

/** Windows per look down the page, and number of looks: the limit for a page that grows for ever. */
const STEPS_PER_LOOK = 8;
const MAX_LOOKS_DOWN = 3;

export type RenderOptions = NetworkVisit & {
  signal?: AbortSignal | undefined;
  /** Limit for everything from opening the page to reading it. */
  timeoutMs: number;
};

/**
 * A page as the browser built it. `finalUrl`: the address at which loading ended. `baseUrl`: the address that scripts have set since, the base
 * of relative links. `status` null: the server sent none.
 */
export type RenderResult = { finalUrl: string; baseUrl: string; status: number | null; html: string; ms: number };

const readSchema = z.union([z.object({ html: z.string(), address: z.string() }), z.object({ tooLarge: z.literal(true) })]);
const TOO_LARGE: PageFailure = { code: "too-large", message: "The page is too large for us to read." };
const TIMED_OUT: PageFailure = {
  code: "browser-timeout",
  message: "The page did not finish loading in time; a script on it may never end.",
};
const CRASHED: PageFailure = { code: "browser-crash", message: "The page crashed the browser." };

/**
 * Opens a page in a tab and reads it once it has settled. Returns expected faults as values; a tab with a fault must not be reused, nor its
 * context after `browser-timeout` and `browser-crash`: see `openSiteContext`.
 * @throws the signal's reason when it aborts.
 */
export async function renderPage(
  opening: Promise<Tab>,
  url: string,
  options: RenderOptions,
): Promise<RenderResult | PageFailure> {
  options.signal?.throwIfAborted();
  const started = performance.now();
  const end = endings(options);
  try {
    const tab = await Promise.race([opening, end.timedOut, end.aborted]);
    if ("code" in tab) return tab;
    const crashed = tab.whenCrashed.then(() => CRASHED);
    return await Promise.race([read(tab, url, options, started), crashed, end.timedOut, end.aborted]);
  } catch (error) {
    options.signal?.throwIfAborted();
    const failure = failureOf(error);
    if (!failure) throw error;
    return failure;
  } finally {
    end.clear();
  }
}

async function read(
  { page, network, inPage }: Tab,
  url: string,
  options: RenderOptions,
  started: number,
): Promise<RenderResult | PageFailure> {
  const { whenTooLarge } = await network.begin(options);
  const tooLarge = whenTooLarge.then(() => TOO_LARGE);
  const loaded = await Promise.race([load(page, url, options), tooLarge]);
  if (loaded && "code" in loaded) return loaded;
  const settled = settle(inPage, network, mayRun(options));
  await Promise.race([settled, capOf(Math.min(SETTLE_MS, options.timeoutMs * SETTLE_SHARE)), tooLarge]);
  const found = readSchema.parse(await inPage(readDocument, HIDDEN_ATTRIBUTE, FRAME_ATTRIBUTE, options.maxBytes));
  if ("tooLarge" in found) return TOO_LARGE;
  return {
    finalUrl: found.address,
    baseUrl: page.url(),
    status: loaded?.status ?? null,
    html: found.html,
    ms: Math.round(performance.now() - started),
  };
}

async function load(page: Page, url: string, { timeoutMs }: RenderOptions) {
  // Going to another fragment of the open page would load nothing.
  if (page.url().split("#", 1)[0] === url.split("#", 1)[0]) await page.goto("about:blank", { timeout: timeoutMs });
  const left = leftForDownload(page);
  try {
    const response = await Promise.race([page.goto(url, { waitUntil: "domcontentloaded", timeout: timeoutMs }), left.left]);
    return response ? { status: response.status() } : null;
  } finally {
    left.stop();
  }
}

/** Resolves when a page that has begun to load turns into a download, because its loading never ends then. */
function leftForDownload(page: Page): { left: Promise<null>; stop: () => void } {
  const before = page.url();
  const begun = Promise.withResolvers<null>();
  const check = () => {
    if (page.url() !== before) begun.resolve(null);
  };
  page.on("download", check);
  return { left: begun.promise, stop: () => void page.off("download", check) };
}

/** Returns 1 if the document has scripts; one that removed itself is visible only in the bytes received. */
function mayRun({ document }: RenderOptions): number {
  return !document || /<script|\son[a-z]+\s*=/i.test(Buffer.from(document.bytes).toString("latin1")) ? 1 : 0;
}

/** Waits until the page rests, and again after each look further down. */
async function settle(inPage: RunInPage, network: PageNetwork, runs: number): Promise<void> {
  await rest(inPage, network, runs);
  for (let look = 0, from: number | null = 0; look < MAX_LOOKS_DOWN; look += 1) {
    from = z
      .number()
      .nullable()
      .parse(await inPage(scrollThrough, from, STEPS_PER_LOOK, runs));
    if (from === null) return;
    await rest(inPage, network, runs);
  }
}

/** Waits until nothing is loading and the document does not change, both at once. */
async function rest(inPage: RunInPage, network: PageNetwork, runs: number): Promise<void> {
  do {
    await network.whenIdle();
    await inPage(waitForQuiet, QUIET_MS, runs);
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
