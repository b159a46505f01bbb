import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";

type Source = {
  /** Returns the Crawl's current progress; null if it no longer exists. */
  load(): Promise<CrawlStatus | null>;
  /** Waits a second, or less if the visitor has left. */
  pause(): Promise<void>;
  signal: AbortSignal;
};

/** In seconds. Proxies close connections that are silent for 30 to 60 seconds. */
const HEARTBEAT_EVERY = 15;
/** In seconds. The browser then reconnects, so that no stream outlives a sign-out or a deployment for long. */
const LONGEST = 300;

/**
 * Yields a Crawl's progress as server-sent events (WHATWG HTML, 9.2): `progress` at each change and at the end; `alive` in
 * between, as an event because the page must see it too.
 */
export async function* progressEvents({ load, pause, signal }: Source): AsyncGenerator<string> {
  yield "retry: 2000\n\n";
  let last = "";
  let silent = 0;
  for (let second = 0; second < LONGEST && !signal.aborted; second += 1) {
    const status = await load();
    if (!status) return;
    const now = JSON.stringify(status);
    if (now !== last) yield `event: progress\ndata: ${now}\n\n`;
    else if (silent >= HEARTBEAT_EVERY) yield "event: alive\ndata: \n\n";
    silent = now !== last || silent >= HEARTBEAT_EVERY ? 0 : silent + 1;
    last = now;
    if (status.state !== "queued" && status.state !== "running") return;
    await pause();
  }
}
