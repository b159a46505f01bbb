import type { Log } from "#worker/log.ts";
import { heartbeats } from "#worker/telemetry/worker-metrics.ts";

const PATIENCE_MS = 5_000;
const EVERY_MS = 60_000;

/**
 * Creates the ping to an outside address that raises the alarm when pings stop. Call it after each sweep that succeeded; it goes out once a
 * minute at most. A failure is logged without the address, which often is a secret. Without an address it does nothing.
 */
export function createHeartbeat(
  url: string | undefined,
  { log, now = Date.now }: { log: Log; now?: () => number },
): () => Promise<void> {
  let sentAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (!url || now() - sentAt < EVERY_MS) return;
    sentAt = now();
    const failure = await ping(url);
    heartbeats.inc({ outcome: failure ? "failed" : "sent" });
    if (failure) log.error({ reason: failure }, "the heartbeat did not arrive at HEARTBEAT_URL: the next sweep tries again");
    // The outside must not raise the alarm because one ping was lost.
    if (failure) sentAt = Number.NEGATIVE_INFINITY;
  };
}

/** Sends one ping. Returns null, or why it failed. */
async function ping(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.body?.cancel();
    return answer.ok ? null : `it answered with status ${answer.status}`;
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? `no answer in ${PATIENCE_MS} ms` : "no connection";
  }
}
