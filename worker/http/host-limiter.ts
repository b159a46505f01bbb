/** Politeness towards hosts: how many requests at a time, how far apart, and when to hold off. */
export type HostLimiter = {
  /** Runs `task` when the host of `url` may be asked. @throws the signal's reason when it aborts while waiting. */
  run<T>(url: string, task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Keeps at least so many milliseconds between two requests to the host (robots.txt's Crawl-delay). */
  setDelay(url: string, delayMs: number): void;
  /** Asks the host nothing for so many milliseconds (Retry-After). */
  holdOff(url: string, pauseMs: number): void;
};

type Lane = { active: number; delayMs: number; freeAt: number; waiting: (() => void)[]; timer: NodeJS.Timeout | null };

/** A longer delay than this would make a crawl endless; a longer pause is not waited for. */
const LONGEST_DELAY_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

/** A limiter for one process. `perHost`: requests at a time. `now`: milliseconds on a clock that never goes back. */
export function createHostLimiter({ perHost, now }: { perHost: number; now: () => number }): HostLimiter {
  const lanes = new Map<string, Lane>();
  const laneOf = (url: string): Lane => {
    const { host } = new URL(url);
    const lane = lanes.get(host) ?? { active: 0, delayMs: 0, freeAt: 0, waiting: [], timer: null };
    lanes.set(host, lane);
    return lane;
  };
  const admit = (lane: Lane): void => {
    if (lane.timer || lane.waiting.length === 0 || lane.active >= perHost) return;
    const wait = lane.freeAt - now();
    if (wait > 0) {
      lane.timer = setTimeout(() => {
        lane.timer = null;
        admit(lane);
      }, wait);
      return;
    }
    lane.active += 1;
    lane.freeAt = now() + lane.delayMs;
    lane.waiting.shift()?.();
    admit(lane);
  };
  /** Link targets name thousands of hosts once: a lane that nobody waits in and that remembers nothing goes. */
  const isForgettable = ({ active, waiting, delayMs, freeAt }: Lane) =>
    active === 0 && waiting.length === 0 && delayMs === 0 && freeAt <= now();
  const enter = (lane: Lane, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal.throwIfAborted();
      const start = () => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      };
      const giveUp = () => {
        lane.waiting = lane.waiting.filter((waiter) => waiter !== start);
        reject(signal.reason);
      };
      signal.addEventListener("abort", giveUp, { once: true });
      lane.waiting.push(start);
      admit(lane);
    });
  return {
    async run(url, task, signal) {
      const lane = laneOf(url);
      await enter(lane, signal);
      try {
        return await task();
      } finally {
        lane.active -= 1;
        admit(lane);
        if (isForgettable(lane)) lanes.delete(new URL(url).host);
      }
    },
    setDelay(url, delayMs) {
      laneOf(url).delayMs = Math.min(delayMs, LONGEST_DELAY_MS);
    },
    holdOff(url, pauseMs) {
      const lane = laneOf(url);
      lane.freeAt = Math.max(lane.freeAt, now() + Math.min(pauseMs, LONGEST_PAUSE_MS));
    },
  };
}
