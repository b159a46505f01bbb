import type { BrowserContext, CDPSession, Page } from "playwright";
import { within } from "#worker/async/within.ts";
import { announceUse } from "./announce-use.ts";
import { framesByTimers } from "./frames-by-timers.ts";
import { type PageNetwork, type TabPurpose, watchNetwork } from "./page-network.ts";
import { makePageWorld, type RunInPage } from "./page-world.ts";
import { makeVirtualClock, type VirtualClock } from "./virtual-clock.ts";

/** A tab of a Site's browser context, reused for page after page: opening one costs more than a page. */
export type Tab = {
  page: Page;
  network: PageNetwork;
  inPage: RunInPage;
  /** The time of its pages; null if that is the real one. */
  clock: VirtualClock | null;
  /** Resolves if the tab crashes. */
  whenCrashed: Promise<void>;
  close(): Promise<void>;
};

/** Time that a tab gets to close; one whose page hangs may never do so. */
const CLOSE_MS = 2_000;

/** The time in which a tab's pages live. */
export type TabTime = "virtual" | "real";

/** Opens a tab, which closes popups of its pages at once. */
export async function openTab(context: BrowserContext, time: TabTime, purpose: TabPurpose = "read"): Promise<Tab> {
  const page = await context.newPage();
  const whenCrashed = new Promise<void>((resolve) => page.once("crash", () => resolve()));
  page.on("popup", (popup) => void close(popup));
  const session = await context.newCDPSession(page);
  const frameId = await mainFrameOf(session);
  const network = await watchNetwork(session, frameId, purpose);
  page.on("worker", (worker) => {
    network.endedElsewhere(worker.url());
    network.workerStarted();
  });
  page.on("download", (download) => network.endedElsewhere(download.url()));
  const clock = time === "virtual" ? makeVirtualClock(session) : null;
  if (clock) await Promise.all([page.addInitScript(framesByTimers), page.addInitScript(announceUse)]);
  return { page, network, inPage: makePageWorld(session, frameId), clock, whenCrashed, close: () => close(page) };
}

async function mainFrameOf(session: CDPSession): Promise<string> {
  const { frameTree } = await session.send("Page.getFrameTree");
  return frameTree.frame.id;
}

async function close(page: Page): Promise<void> {
  await within(
    page.close().catch(() => undefined),
    CLOSE_MS,
  );
}
