import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright";
import type { Log } from "#worker/log.ts";
import { browserStarts } from "#worker/telemetry/worker-metrics.ts";
import { startGuardProxy } from "./guard-proxy.ts";
import type { TabPurpose } from "./page-network.ts";

/**
 * Turns off Chromium's own traffic, and all traffic that would bypass the proxy (WebRTC, QUIC). A page's scripts get half a gigabyte; more
 * crashes the tab, not the machine.
 */
const LAUNCH_ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--mute-audio",
  "--js-flags=--max-old-space-size=512",
  // Tabs that share a process would share their virtual time, so each has its own.
  "--renderer-process-limit=500",
];

/**
 * Nearly halve a page's cost: nothing is drawn (screenshots would be blank, but scripts still get frames), and a tab keeps its frame between
 * pages of a site. Playwright's own value for that flag is for screenshots and signed-in users.
 */
const READING_ARGS = [
  "--blink-settings=acceleratedCompositingEnabled=false",
  "--enable-features=RenderDocument:level/crashed-frame",
];

export type OpenBrowserOptions = {
  executablePath: string;
  /** `draw`: it can take pictures of pages, at a higher cost. */
  purpose?: TabPurpose;
  /** See `isAllowedPrivateHost`. */
  allowedPrivateHosts: readonly string[];
  log: Log;
  resolveName?: (host: string) => Promise<string[]>;
};

/** A browser of the worker, started when first needed and again after a crash. */
export type OpenBrowser = {
  newContext(options: BrowserContextOptions): Promise<BrowserContext>;
  /** Closes a browser that no longer responds. The next context starts another. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Starts the guard proxy for all the browser's traffic, and returns the browser. Chromium's sandbox is off only for root. */
export async function openBrowser({
  executablePath,
  purpose = "read",
  log,
  ...guard
}: OpenBrowserOptions): Promise<OpenBrowser> {
  const proxy = await startGuardProxy({ ...guard, log });
  let running: Promise<Browser> | null = null;
  let hasRun = false;

  const launch = async (): Promise<Browser> => {
    const browser = await chromium.launch({
      executablePath,
      args: purpose === "draw" ? LAUNCH_ARGS : [...LAUNCH_ARGS, ...READING_ARGS],
      chromiumSandbox: process.getuid?.() !== 0,
      ignoreDefaultArgs: ["--disable-popup-blocking"],
      proxy: { server: proxy.url, bypass: "<-loopback>" },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    browserStarts.inc({ purpose, start: hasRun ? "again" : "first" });
    hasRun = true;
    log.info({ version: browser.version(), purpose }, "browser started");
    return browser;
  };
  const start = (): Promise<Browser> => {
    const starting = launch();
    running = starting;
    const forget = () => {
      if (running === starting) running = null;
    };
    starting.then((browser) => {
      browser.once("disconnected", forget);
      if (!browser.isConnected()) forget();
    }, forget);
    return starting;
  };
  const stop = async () => {
    const stopping = running;
    running = null;
    // A browser that could not start need not be stopped; its caller received the error.
    const browser = await stopping?.catch(() => null);
    await browser?.close();
  };
  return {
    newContext: async (options) => (await (running ?? start())).newContext(options),
    restart: stop,
    close: async () => {
      await stop();
      await proxy.close();
    },
  };
}
