import { setTimeout } from "node:timers/promises";
import type { Log } from "#worker/log.ts";

/** The time for recording the outcome of a message. It is shorter than the worker's lease on it. */
const SETTLING_PATIENCE_MS = 3 * 60_000;
const LONGEST_PAUSE_MS = 5_000;

/** Repeats a write while the database may be restarting: a message that is not recorded as sent would be sent again. */
export async function insist<T>(log: Log, write: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + SETTLING_PATIENCE_MS;
  for (let pauseMs = 200; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await write();
    } catch (error) {
      if (performance.now() + pauseMs > deadline) throw error;
      log.warn({ err: error }, "could not write down what became of a delivery: trying again");
      await setTimeout(pauseMs);
    }
  }
}
