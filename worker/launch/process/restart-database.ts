import { setTimeout as wait } from "node:timers/promises";

const LOOK_EVERY_MS = 2_000;

/** A server that is no one's child, so that its end has to be looked for. */
export type Watched = { isRunning(): Promise<boolean>; bringBack(): Promise<void> };

/**
 * Looks every two seconds whether the database server still runs, and brings it back when somebody killed it. Gives what ends the watch,
 * which resolves once nothing is under way any more.
 */
export function restartDatabaseWhenDown(
  server: Watched,
  say: (line: string) => void,
  everyMs = LOOK_EVERY_MS,
): () => Promise<void> {
  const over = new AbortController();
  let lastTold = "";
  const tell = (line: string) => {
    if (line !== lastTold) say(line);
    lastTold = line;
  };

  async function look(): Promise<void> {
    if (await server.isRunning()) return;
    tell("PostgreSQL stopped. Starting it again.");
    try {
      await server.bringBack();
      tell("PostgreSQL runs again.");
    } catch (error) {
      tell(`${error instanceof Error ? error.message : String(error)}\nTrying again every ${everyMs / 1_000} s.`);
    }
  }

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      await wait(everyMs, undefined, { signal: over.signal }).catch(() => undefined);
      if (!over.signal.aborted) await look();
    }
  }

  const watching = watch();
  return async () => {
    over.abort();
    await watching;
  };
}
