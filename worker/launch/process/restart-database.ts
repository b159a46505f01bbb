import { setTimeout as wait } from "node:timers/promises";

const CHECK_EVERY_MS = 2_000;

/** A server that is not our child process, so that we must poll whether it runs. */
export type Watched = { isRunning(): Promise<boolean>; bringBack(): Promise<void> };

/**
 * Checks every two seconds that the database server runs, and restarts it if it was killed. Returns a function that ends the watch, and
 * resolves once nothing is in progress.
 */
export function restartDatabaseWhenDown(
  server: Watched,
  say: (line: string) => void,
  everyMs = CHECK_EVERY_MS,
): () => Promise<void> {
  const over = new AbortController();
  let lastReport = "";
  const report = (line: string) => {
    if (line !== lastReport) say(line);
    lastReport = line;
  };

  async function check(): Promise<void> {
    if (await server.isRunning()) return;
    report("PostgreSQL stopped. Starting it again.");
    try {
      await server.bringBack();
      report("PostgreSQL runs again.");
    } catch (error) {
      report(`${error instanceof Error ? error.message : String(error)}\nTrying again every ${everyMs / 1_000} s.`);
    }
  }

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      await wait(everyMs, undefined, { signal: over.signal }).catch(() => undefined);
      if (!over.signal.aborted) await check();
    }
  }

  const watching = watch();
  return async () => {
    over.abort();
    await watching;
  };
}
