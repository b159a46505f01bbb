import { setTimeout } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { getDatabase } from "#app/_lib/database.ts";
import { oncePerProcess } from "#app/_lib/once-per-process.ts";
import { findMember } from "#app/_lib/session/session.ts";
import { type CrawlStatus, findCrawlProgress } from "#prisma/queries/crawls/live/find-crawl-progress.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { keyOf } from "#worker/core/people/team-scope.ts";
import { progressEvents } from "./progress-events.ts";
import { createStreamSlots } from "./stream-slots.ts";

const STREAM_HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-store, no-transform",
  /** Tells nginx and similar proxies not to buffer. */
  "X-Accel-Buffering": "no",
};

/** Open streams allowed: a person has a few tabs, and each stream costs memory. */
const MOST_STREAMS = { perUser: 6, inAll: 2_000 };
const getSlots = oncePerProcess("progress-streams", () => createStreamSlots(MOST_STREAMS));

/** Shares one query a second among all who watch the same Crawl. */
const getLoads = oncePerProcess(
  "progress-loads",
  () => new LRUCache<string, Promise<CrawlStatus | null>>({ max: 2_000, ttl: 900 }),
);

/** Returns a Crawl's progress to its Team: as server-sent events until it ends, or once as JSON. */
export async function GET(request: Request, { params }: { params: Promise<{ crawlId: string }> }): Promise<Response> {
  const member = await findMember("sites.see");
  if (!member) return Response.json({ error: "Sign in first." }, { status: 401 });
  const { crawlId } = await params;
  const load = () => loadShared(member.teamId, crawlId);
  const status = await load();
  if (!status) return Response.json({ error: "This crawl does not exist." }, { status: 404 });
  if (request.headers.get("Accept")?.includes("application/json"))
    return Response.json(status, { headers: { "Cache-Control": "no-store" } });
  const slot = getSlots().open(member.userId);
  // The page then polls the JSON every few seconds.
  if (!slot)
    return Response.json(
      { error: "You follow too many crawls at the same time. Close some of these pages, then reload this one." },
      { status: 429 },
    );
  const { signal } = request;
  const pause = () => setTimeout(1000, undefined, { signal, ref: false }).catch(stopQuietly);
  return new Response(streamOf(progressEvents({ load, pause, signal }), slot.release), { headers: STREAM_HEADERS });
}

function loadShared(teamId: TeamScope, crawlId: string): Promise<CrawlStatus | null> {
  const loads = getLoads();
  const key = `${keyOf(teamId)} ${crawlId}`;
  const known = loads.get(key);
  if (known) return known;
  const loading = findCrawlProgress(getDatabase(), { teamId, crawlId });
  loads.set(key, loading);
  // A failed query is not cached.
  loading.catch(() => loads.delete(key));
  return loading;
}

/** Streams texts. Generates each one only after the previous was taken, so that a slow reader uses no memory. */
function streamOf(texts: AsyncGenerator<string>, release: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (!done) return controller.enqueue(encoder.encode(value));
      release();
      controller.close();
    },
    async cancel() {
      release();
      await texts.return(undefined);
    },
  });
}

/** Ignores the abort when the visitor leaves; the loop checks the signal and ends. */
function stopQuietly(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
