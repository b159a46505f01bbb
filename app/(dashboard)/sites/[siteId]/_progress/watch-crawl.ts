import * as z from "zod/mini";
import type { CrawlStatus } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import { WAIT_CODES } from "#worker/core/crawl/wait-codes.ts";

const count = z.int().check(z.minimum(0));

/** Progress of a Crawl as the server sends it. */
export const statusSchema = z.object({
  state: z.enum(["queued", "running", "finished", "failed", "cancelled"]),
  pagesFound: count,
  pagesDone: count,
  pagesFailed: count,
  findings: count,
  linksFound: count,
  linksChecked: count,
  waitsFor: z.catch(z.nullable(z.enum(WAIT_CODES)), null),
  startedAt: z.nullable(z.coerce.date()),
}) satisfies z.ZodMiniType<CrawlStatus>;

/** The stream sends something at least every 15 seconds; three times that means that a proxy buffers it. */
const SILENCE_MS = 45_000;
const POLL_MS = 3_000;

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
  stream.addEventListener("progress", (event) => {
    const status = statusSchema.safeParse(parseJson(event.data));
    if (status.success) take(status.data);
    expectMore();
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
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
    const status = statusSchema.safeParse(answer.ok ? await answer.json() : null);
    return status.success ? status.data : null;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
