import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright";
import type { Log } from "#worker/log.ts";
import { startGuardProxy } from "./guard-proxy.ts";

/**
 * Chromium's own traffic off; nothing may reach the network beside the proxy (WebRTC and QUIC would). A page's scripts get half a gigabyte:
 * one that takes more crashes its tab, not the machine. The last two nearly halve what a page costs: nothing is drawn, since nobody looks (pictures
 * of pages would come out blank; scripts get their frames all the same), and a tab keeps its frame from one page of a site to the next. The
 * features that Playwright would switch on instead are for pictures and for people who are signed in to their browser.
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
  "--blink-settings=acceleratedCompositingEnabled=false",
  "--enable-features=RenderDocument:level/crashed-frame",
];

export type OpenBrowserOptions = {
  executablePath: string;
  /** See `isAllowedPrivateHost`. */
  allowedPrivateHosts: readonly string[];
  log: Log;
  resolveName?: (host: string) => Promise<string[]>;
};

/** The worker's one browser. It is started when first needed, and again after a crash. */
export type OpenBrowser = {
  newContext(options: BrowserContextOptions): Promise<BrowserContext>;
  /** Ends a browser that no longer does as it is told. The next context starts another. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Starts the guard proxy that all the browser's traffic goes through, and gives the browser. Chromium's sandbox is off only as root. */
export async function openBrowser({ executablePath, log, ...guard }: OpenBrowserOptions): Promise<OpenBrowser> {
  const proxy = await startGuardProxy({ ...guard, log });
  let running: Promise<Browser> | null = null;

  const launch = async (): Promise<Browser> => {
    const browser = await chromium.launch({
      executablePath,
      args: LAUNCH_ARGS,
      chromiumSandbox: process.getuid?.() !== 0,
      ignoreDefaultArgs: ["--disable-popup-blocking"],
      proxy: { server: proxy.url, bypass: "<-loopback>" },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    log.info({ version: browser.version() }, "browser started");
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
    // One that could not start need not be stopped; who wanted it was told.
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
