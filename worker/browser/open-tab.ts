import type { BrowserContext, CDPSession, Page } from "playwright";
import { type PageNetwork, watchNetwork } from "./page-network.ts";
import { makePageWorld, type RunInPage } from "./page-world.ts";

/** A tab of a Site's browser context, reused for page after page: opening one costs more than a page. */
export type Tab = {
  page: Page;
  network: PageNetwork;
  inPage: RunInPage;
  /** Resolves if the tab crashes. */
  whenCrashed: Promise<void>;
  close(): Promise<void>;
};

/** Time that a tab gets to close; one whose page hangs may never do so. */
const CLOSE_MS = 2_000;

/** Opens a tab, which closes popups of its pages at once. */
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
