/** Measures for how many milliseconds the event loop was blocked, so that a server is not blamed for them. */
export type EventLoopDelay = { ms(): number; close(): void };

const TICK_MS = 50;

/** Starts a meter, which adds up the delays of a timer that is due every 50 ms. */
export function measureEventLoopDelay(now: () => number): EventLoopDelay {
  let delayed = 0;
  let tickedAt = now();
  const timer = setInterval(() => {
    const time = now();
    delayed += Math.max(0, time - tickedAt - TICK_MS);
    tickedAt = time;
  }, TICK_MS);
  timer.unref();
  return { ms: () => delayed, close: () => clearInterval(timer) };
}
