import type { Log } from "#worker/log.ts";
import { repeatedJobRuns, repeatedJobSucceededAt } from "#worker/telemetry/worker-metrics.ts";

/**
 * Calls `act` at once, and again `everyMs` after each call has ended. A fault is logged and does not stop the repetition. `stop` waits for
 * the call under way.
 */
export function repeat(name: string, everyMs: number, log: Log, act: () => Promise<number>): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const once = async () => {
    try {
      const count = await act();
      repeatedJobRuns.inc({ job: name, outcome: "succeeded" });
      repeatedJobSucceededAt.setToCurrentTime({ job: name });
      if (count > 0) log.info({ job: name, count }, "repeated job did something");
    } catch (error) {
      repeatedJobRuns.inc({ job: name, outcome: "failed" });
      log.error({ job: name, err: error }, "repeated job failed: it is tried again");
    }
    if (!isStopped)
      timer = setTimeout(() => {
        running = once();
      }, everyMs);
  };
  let running = once();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
