import type { BrowserContext, CDPSession, Page } from "playwright";
import { type PageNetwork, watchNetwork } from "./page-network.ts";
import { makePageWorld, type RunInPage } from "./page-world.ts";

/** A tab of a Site's browser context, in which one page after the other is read: a new one for each page costs more than the page. */
export type Tab = {
  page: Page;
  network: PageNetwork;
  inPage: RunInPage;
  /** Resolves when the tab crashes; else never. */
  whenCrashed: Promise<void>;
  close(): Promise<void>;
};

/** Time that a tab gets to close. One whose page hangs may never. */
const CLOSE_MS = 2_000;

/** Opens a tab. Popups of its pages are closed at once. */
export async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const whenCrashed = new Promise<void>((resolve) => page.once("crash", () => resolve()));
  page.on("popup", (popup) => void close(popup));
  const session = await context.newCDPSession(page);
  const frameId = await mainFrameOf(session);
  const network = await watchNetwork(session, frameId);
  page.on("worker", (worker) => network.endedElsewhere(worker.url()));
  page.on("download", (download) => network.endedElsewhere(download.url()));
  return { page, network, inPage: makePageWorld(session, frameId), whenCrashed, close: () => close(page) };
}

async function mainFrameOf(session: CDPSession): Promise<string> {
  const { frameTree } = await session.send("Page.getFrameTree");
  return frameTree.frame.id;
}

async function close(page: Page): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
  await Promise.race([page.close().catch(() => undefined), late]);
}
