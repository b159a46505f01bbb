import { noteAnswer } from "#worker/core/pace/back-off.ts";
import { LONGEST_DELAY_MS, LONGEST_HOLD_MS, LONGEST_WAIT_MS, type Pace } from "#worker/core/pace/pace.ts";
import { hostHeld } from "./host-held.ts";
import { createHostLeases, type LeaseOptions } from "./host-leases.ts";
import {
  ceilingOf,
  createLocalHost,
  isForgettable,
  type LocalHost,
  NO_LEASE,
  paceOf,
  type Waiter,
  WHOLE_HOST,
} from "./host-state.ts";

/** How a host answered: milliseconds to its first byte, its status, and the pause that Retry-After asks for. */
export type HostAnswer = { ms: number; status: number; retryAfterMs: number | null };

/** Politeness towards hosts: how many requests at a time, how far apart, and when to hold off. */
export type HostLimiter = {
  /**
   * Runs `task` when the host of `url` may be asked. @throws the signal's reason when it aborts while waiting, and an error with
   * `HOST_HELD_CODE` where the host wants to be left alone for longer than a minute.
   */
  run<T>(url: string, task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Asks the host at this pace until the function that is given back is called. */
  keepPace(url: string, pace: Pace): () => void;
  /** Keeps at least so many milliseconds between two requests to the host (robots.txt's Crawl-delay). */
  setDelay(url: string, delayMs: number): void;
  /** Asks the host nothing for so many milliseconds (Retry-After). */
  holdOff(url: string, pauseMs: number): void;
  /** Notes how the host bears us: one that refuses or gets slow is asked less. */
  noteAnswer(url: string, answer: HostAnswer): void;
  /** Gives back what is leased. */
  close(): Promise<void>;
};

/** Pause after a 429 that does not say how long; twice as long each time that one follows another. */
const DEFAULT_PAUSE_MS = 5_000;

/** `pace`: for hosts that no one spoke for. `now`: milliseconds on a clock that never goes back. */
type LimiterOptions = { pace: Pace; now: () => number; leases?: LeaseOptions | null };

/** A limiter for this process alone, or with `leases` for all processes that lease from the same place. */
export function createHostLimiter({ pace: usual, now, leases: shared = null }: LimiterOptions): HostLimiter {
  const lanes = new Map<string, LocalHost>();
  const laneOf = (url: string): LocalHost => {
    const { host } = new URL(url);
    const lane = lanes.get(host) ?? createLocalHost(host, shared ? NO_LEASE : WHOLE_HOST);
    lanes.set(host, lane);
    return lane;
  };
  const forget = (lane: LocalHost) => {
    if (isForgettable(lane, now())) lanes.delete(lane.host);
  };
  /** Starts what may start; what may not is looked at again when a timer, an answer, or a new lease says so. */
  const admit = (lane: LocalHost): void => {
    for (let next = lane.waiting[0]; next; next = lane.waiting[0]) {
      const time = now();
      if (lane.heldUntil - time > LONGEST_WAIT_MS) refuseAll(lane);
      const pace = paceOf(lane, usual);
      if (lane.waiting.length === 0 || lane.active >= ceilingOf(lane, pace) || !(leases?.covers(lane) ?? true)) return;
      const waitMs = Math.max(lane.freeAt, lane.heldUntil) - time;
      if (waitMs > 0) {
        wakeIn(lane, waitMs);
        return;
      }
      lane.waiting.shift();
      lane.active += 1;
      lane.usedAt = time;
      lane.freeAt = pace.delayMs > 0 ? time + pace.delayMs : lane.freeAt;
      next.start();
    }
  };
  const wakeIn = (lane: LocalHost, waitMs: number): void => {
    lane.timer ??= setTimeout(() => {
      lane.timer = null;
      admit(lane);
    }, waitMs);
  };
  const leases = shared && createHostLeases({ ...shared, lanes, usual, now, admit, forget });
  const enter = (lane: LocalHost, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal.throwIfAborted();
      const giveUp = () => waiter.refuse(signal.reason);
      const waiter: Waiter = {
        start: () => {
          signal.removeEventListener("abort", giveUp);
          resolve();
        },
        refuse: (reason) => {
          signal.removeEventListener("abort", giveUp);
          lane.waiting = lane.waiting.filter((other) => other !== waiter);
          reject(reason);
        },
      };
      signal.addEventListener("abort", giveUp, { once: true });
      lane.waiting.push(waiter);
      admit(lane);
    });
  const limiter: HostLimiter = {
    async run(url, task, signal) {
      const lane = laneOf(url);
      await enter(lane, signal);
      try {
        return await task();
      } finally {
        lane.active -= 1;
        lane.usedAt = now();
        admit(lane);
        forget(lane);
      }
    },
    keepPace(url, pace) {
      const lane = laneOf(url);
      const kept = { ...pace };
      lane.paces.add(kept);
      return () => {
        lane.paces.delete(kept);
        forget(lane);
      };
    },
    setDelay(url, delayMs) {
      const lane = laneOf(url);
      lane.crawlDelayMs = Math.min(delayMs, LONGEST_DELAY_MS);
      lane.news.crawlDelayMs = lane.crawlDelayMs;
      leases?.tell(lane);
    },
    holdOff(url, pauseMs) {
      const lane = laneOf(url);
      lane.heldUntil = Math.max(lane.heldUntil, now() + Math.min(pauseMs, LONGEST_HOLD_MS));
      lane.news.heldUntil = lane.heldUntil;
      leases?.tell(lane);
      admit(lane);
    },
    noteAnswer(url, { ms, status, retryAfterMs }) {
      const lane = laneOf(url);
      const isRefusal = status === 429 || status === 503;
      lane.backOff = noteAnswer(lane.backOff, { ms, isRefusal });
      const usualPauseMs = status === 429 ? DEFAULT_PAUSE_MS * 2 ** Math.min(4, lane.backOff.refusals - 1) : 0;
      const pauseMs = isRefusal ? (retryAfterMs ?? Math.min(usualPauseMs, LONGEST_WAIT_MS)) : 0;
      if (pauseMs > 0) limiter.holdOff(url, pauseMs);
    },
    close: async () => leases?.close(),
  };
  return limiter;
}

function refuseAll(lane: LocalHost): void {
  for (const waiter of [...lane.waiting]) waiter.refuse(hostHeld(lane.host));
}
