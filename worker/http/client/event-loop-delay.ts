/** Milliseconds in which this process did not get to its work, since the meter was started: what took longer meanwhile is no server's fault. */
export type EventLoopDelay = { ms(): number; close(): void };

const TICK_MS = 50;

/** Starts a meter. It counts how late a timer comes that should come every 50 ms. */
export function measureEventLoopDelay(now: () => number): EventLoopDelay {
  let lost = 0;
  let tickedAt = now();
  const timer = setInterval(() => {
    const time = now();
    lost += Math.max(0, time - tickedAt - TICK_MS);
    tickedAt = time;
  }, TICK_MS);
  timer.unref();
  return { ms: () => lost, close: () => clearInterval(timer) };
}
