import { readAnswer } from "#app/_lib/answers/read-answer.ts";
import { requestJson } from "#app/_lib/answers/request-json.ts";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";

/** The stream sends something at least every 15 seconds; three times that means that a proxy buffers it. */
const SILENCE_MS = 45_000;
const POLL_MS = 3_000;
const loadParser = async () => (await import("./parse-status.ts")).parseStatus;

type Listener = { onProgress(status: CrawlStatus): void; onEnd(): void };

/**
 * Follows a Crawl until it ends: by server-sent events, which reconnect by themselves, or by polling if a proxy buffers the
 * stream. Returns a function that stops it.
 */
export function watchCrawl(address: string, { onProgress, onEnd }: Listener): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    stream.close();
  };
  const take = (status: CrawlStatus) => {
    if (stopped) return;
    onProgress(status);
    if (status.state === "queued" || status.state === "running") return;
    stop();
    onEnd();
  };
  const poll = async () => {
    stream.close();
    const status = await loadProgress(address);
    if (status) take(status);
    if (!stopped) timer = setTimeout(poll, POLL_MS);
  };
  const expectMore = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(poll, SILENCE_MS);
  };
  const stream = new EventSource(address);
  stream.addEventListener("progress", async ({ data }) => {
    expectMore();
    const status = await readAnswer(async () => JSON.parse(String(data)), loadParser);
    if (status) take(status);
  });
  stream.addEventListener("alive", expectMore);
  stream.addEventListener("error", () => {
    if (stream.readyState !== EventSource.CLOSED || stopped) return;
    clearTimeout(timer);
    timer = setTimeout(poll, POLL_MS);
  });
  expectMore();
  return stop;
}

/** Requests the progress; null if the request fails, to be tried again. */
export async function loadProgress(address: string): Promise<CrawlStatus | null> {
  return readAnswer(() => requestJson(address), loadParser);
}
