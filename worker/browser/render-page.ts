import type { Frame, Page } from "playwright";
import { z } from "zod";
import { FRAME_ATTRIBUTE } from "#worker/core/page/html/frame-content.ts";
import { HIDDEN_ATTRIBUTE } from "#worker/core/page/html/reading-rules.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import type { Tab } from "./open-tab.ts";
import type { NetworkVisit } from "./page-network.ts";
import { readDocument } from "./page-scripts.ts";
import { failureOf } from "./render-failure.ts";
import { settleByVirtualTime } from "./settle-by-virtual-time.ts";
import { settleByWaiting } from "./settle-by-waiting.ts";

/** Longest wait until a page has settled, in milliseconds and as a share of the page's whole time. One that never does is read as it is then. */
const SETTLE_MS = 5_000;
const SETTLE_SHARE = 1 / 3;
/** Time after that in which a page under virtual time must have come to an end. */
const HUNG_MS = 3_000;

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
/** The end of a page that must be read in real time. */
export type Misbehaviour = { misbehaves: true };
const MISBEHAVES: Misbehaviour = { misbehaves: true };
export type RenderEnd = RenderResult | PageFailure | Misbehaviour;
const CRASHED: PageFailure = { code: "browser-crash", message: "The page crashed the browser." };

/**
 * Opens a page in a tab and reads it once it has settled. Returns expected faults as values, and that a page cannot be read in virtual time; a tab with a fault must not be reused, nor its
 * context after `browser-timeout` and `browser-crash`: see `openSiteContext`.
 * @throws the signal's reason when it aborts.
 */
export async function renderPage(opening: Promise<Tab>, url: string, options: RenderOptions): Promise<RenderEnd> {
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

async function read(tab: Tab, url: string, options: RenderOptions, started: number): Promise<RenderEnd> {
  const { page, network, inPage } = tab;
  const { whenTooLarge, whenLive } = await network.begin(options);
  const tooLarge = whenTooLarge.then(() => TOO_LARGE);
  const opened = await open(tab, url, options);
  const live = tab.clock ? whenLive.then(() => MISBEHAVES) : new Promise<never>(() => undefined);
  const end = await Promise.race([settled(tab, opened, options), live, tooLarge]);
  if (end && "code" in end) return end;
  if (end && "misbehaves" in end) return end;
  const found = readSchema.parse(await inPage(readDocument, HIDDEN_ATTRIBUTE, FRAME_ATTRIBUTE, options.maxBytes));
  if ("tooLarge" in found) return TOO_LARGE;
  return {
    finalUrl: found.address,
    baseUrl: page.url(),
    status: end?.status ?? null,
    html: found.html,
    ms: Math.round(performance.now() - started),
  };
}

type Answer = { status: number } | null;
/** `loaded` resolves when the document is complete but for its parts. It comes in an object so that it is not awaited on the way. */
type Opened = { loaded: Promise<Answer> };

/** Begins to load a page. Resolves when the tab shows the new document, which virtual time needs to go on. */
async function open({ page, clock }: Tab, url: string, { timeoutMs }: RenderOptions): Promise<Opened> {
  await clock?.stop();
  // Going to another fragment of the open page would load nothing.
  if (page.url().split("#", 1)[0] === url.split("#", 1)[0])
    await page.goto("about:blank", { timeout: timeoutMs, waitUntil: "commit" });
  const shown = new Promise<void>((resolve) => {
    const check = (frame: Frame) => {
      if (frame !== page.mainFrame()) return;
      page.off("framenavigated", check);
      resolve();
    };
    page.on("framenavigated", check);
  });
  const loaded = load(page, url, timeoutMs);
  await Promise.race([shown, loaded]);
  // A page that is given up may fail later, which is no fault of ours.
  loaded.catch(() => undefined);
  return { loaded };
}

/** Resolves when the page may be read. */
async function settled(tab: Tab, { loaded }: Opened, options: RenderOptions): Promise<Answer | Misbehaviour> {
  const mostMs = Math.min(SETTLE_MS, options.timeoutMs * SETTLE_SHARE);
  const { clock } = tab;
  if (!clock) {
    const answer = await loaded;
    await settleByWaiting(tab, mayRun(options), mostMs);
    return answer;
  }
  let endAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const hung = Promise.withResolvers<false>();
  const limited = loaded.then((answer) => {
    endAt = performance.now() + mostMs;
    timer = setTimeout(() => hung.resolve(false), mostMs + HUNG_MS);
    return answer;
  });
  const isOver = () => performance.now() > endAt;
  const bounds = { mayRun: mayRun(options), isOver, hungMs: mostMs };
  const virtual = settleByVirtualTime({ ...tab, clock }, bounds);
  const both = Promise.all([limited, virtual]).then(([answer, isSettled]) => (isSettled ? answer : MISBEHAVES));
  both.catch(() => undefined);
  try {
    const isSettled = await Promise.race([virtual, both.then(() => true), hung.promise]);
    return isSettled ? await both : MISBEHAVES;
  } finally {
    clearTimeout(timer);
  }
}

async function load(page: Page, url: string, timeoutMs: number): Promise<Answer> {
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
