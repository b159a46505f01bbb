import { setTimeout } from "node:timers/promises";
import { getDatabase } from "#app/_lib/database.ts";
import { findMember } from "#app/_lib/session.ts";
import { findCrawlProgress } from "#prisma/queries/find-crawl-progress.ts";
import { progressEvents } from "./progress-events.ts";

const STREAM_HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-store, no-transform",
  /** Asks nginx and its like not to hold it back. */
  "X-Accel-Buffering": "no",
};

/** How far a Crawl is: as server-sent events until it ends, or once as JSON for whoever asks for that. Only for its Team. */
export async function GET(request: Request, { params }: { params: Promise<{ crawlId: string }> }): Promise<Response> {
  const member = await findMember();
  if (!member) return Response.json({ error: "Sign in first." }, { status: 401 });
  const { crawlId } = await params;
  const load = () => findCrawlProgress(getDatabase(), { teamId: member.teamId, crawlId });
  const standing = await load();
  if (!standing) return Response.json({ error: "This crawl does not exist." }, { status: 404 });
  if (request.headers.get("Accept")?.includes("application/json"))
    return Response.json(standing, { headers: { "Cache-Control": "no-store" } });
  const { signal } = request;
  const pause = () => setTimeout(1000, undefined, { signal, ref: false }).catch(stopQuietly);
  return new Response(streamOf(progressEvents({ load, pause, signal })), { headers: STREAM_HEADERS });
}

/** The next text is made only when the last one was taken: a visitor who reads slowly fills no memory. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

/** The visitor left while we waited: the loop sees it and ends. */
function stopQuietly(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
