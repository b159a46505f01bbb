/**
 * Runs in each page before its own scripts, and calls animation frames and idle callbacks by timers: under virtual time the browser draws few
 * frames. After 60 frames they come four times a second, enough for what goes by time. Uses nothing outside itself, because its source is
 * sent to the browser.
 */
export function framesByTimers(): void {
  const [later, drop] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  const now = performance.now.bind(performance);
  const [smooth, smoothMs, coarseMs, idleMs] = [60, 16, 250, 20];
  let frames = 0;
  let lastId = 0;
  let waiting: Map<number, FrameRequestCallback> | null = null;
  let running: Map<number, FrameRequestCallback> | null = null;
  const runFrame = () => {
    running = waiting;
    waiting = null;
    const time = now();
    for (const callback of running?.values() ?? []) {
      try {
        callback.call(window, time);
      } catch (error) {
        reportError(error);
      }
    }
    running = null;
  };
  window.requestAnimationFrame = function requestAnimationFrame(callback) {
    if (!waiting) {
      waiting = new Map();
      frames += 1;
      later(runFrame, frames <= smooth ? smoothMs : coarseMs);
    }
    lastId += 1;
    waiting.set(lastId, callback);
    return lastId;
  };
  window.cancelAnimationFrame = function cancelAnimationFrame(id) {
    waiting?.delete(id);
    running?.delete(id);
  };
  window.requestIdleCallback = function requestIdleCallback(callback) {
    return later(() => {
      const from = now();
      callback({ didTimeout: false, timeRemaining: () => Math.max(0, 50 - (now() - from)) });
    }, idleMs);
  };
  window.cancelIdleCallback = function cancelIdleCallback(id) {
    drop(id);
  };
}
