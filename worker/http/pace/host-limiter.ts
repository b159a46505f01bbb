import { admitNext } from "#worker/core/pace/admit-next.ts";
import { needsMore } from "#worker/core/pace/host-lease.ts";
import {
  createLocalHost,
  dropPace,
  endRequest,
  enqueue,
  type HostAnswer,
  holdOff,
  isForgettable,
  keepPace,
  type LocalHost,
  NO_LEASE,
  noteAnswer,
  setCrawlDelay,
  WHOLE_HOST,
  withdraw,
} from "#worker/core/pace/local-host.ts";
import type { Pace } from "#worker/core/pace/pace.ts";
import type { HostEntry, Waiter } from "./host-entry.ts";
import { hostHeld } from "./host-held.ts";
import { createHostLeases, type HostLeases, type LeaseOptions } from "./host-leases.ts";

/** Politeness towards hosts: how many requests at a time, how far apart, and when to hold off. */
export type HostLimiter = {
  /**
   * Runs `task` when a request to the host of `url` may start. @throws the signal's reason when it aborts while waiting, and an error with
   * `HOST_HELD_CODE` where the host asked for a pause of more than a minute.
   */
  run<T>(url: string, task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Keeps this pace for the host until the returned function is called. */
  keepPace(url: string, pace: Pace): () => void;
  /** Keeps at least this delay between two requests to the host (robots.txt's Crawl-delay). */
  setDelay(url: string, delayMs: number): void;
  /** Sends the host no request during this pause (Retry-After). */
  holdOff(url: string, pauseMs: number): void;
  /** Notes how the host copes: one that refuses or slows down gets fewer requests. */
  noteAnswer(url: string, answer: HostAnswer): void;
  /** Returns all leases. */
  close(): Promise<void>;
};

/** `pace`: for hosts without a Crawl. `now`: milliseconds on a clock that never goes back. */
type LimiterOptions = { pace: Pace; now: () => number; leases?: LeaseOptions | null };

type Limiter = { hosts: Map<string, HostEntry>; usual: Pace; now: () => number; leases: HostLeases | null };

/** Returns a limiter for this process alone, or with `leases` for all processes that lease from the same database. */
export function createHostLimiter({ pace: usual, now, leases: options = null }: LimiterOptions): HostLimiter {
  const limiter: Limiter = { hosts: new Map(), usual, now, leases: null };
  const onAnswer = (entry: HostEntry) => {
    admit(limiter, entry);
    forget(limiter, entry);
  };
  limiter.leases = options && createHostLeases({ ...options, hosts: limiter.hosts, usual, now, onAnswer });
  return {
    run: (url, task, signal) => run(limiter, url, task, signal),
    keepPace(url, pace) {
      const entry = entryOf(limiter, url);
      const kept = { ...pace };
      entry.state = keepPace(entry.state, kept);
      return () => {
        entry.state = dropPace(entry.state, kept);
        forget(limiter, entry);
      };
    },
    setDelay(url, delayMs) {
      const entry = entryOf(limiter, url);
      learn(limiter, entry, setCrawlDelay(entry.state, delayMs));
    },
    holdOff(url, pauseMs) {
      const entry = entryOf(limiter, url);
      learn(limiter, entry, holdOff(entry.state, pauseMs, now()));
    },
    noteAnswer(url, answer) {
      const entry = entryOf(limiter, url);
      learn(limiter, entry, noteAnswer(entry.state, answer, now()));
    },
    close: async () => limiter.leases?.close(),
  };
}

async function run<T>(limiter: Limiter, url: string, task: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const entry = entryOf(limiter, url);
  await waitForTurn(limiter, entry, signal);
  try {
    return await task();
  } finally {
    entry.state = endRequest(entry.state, limiter.now());
    admit(limiter, entry);
    forget(limiter, entry);
  }
}

function waitForTurn(limiter: Limiter, entry: HostEntry, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => waiter.refuse(signal.reason);
    const waiter: Waiter = {
      start: () => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      },
      refuse: (reason) => {
        signal.removeEventListener("abort", giveUp);
        entry.state = withdraw(entry.state, waiter);
        reject(reason);
      },
    };
    signal.addEventListener("abort", giveUp, { once: true });
    entry.state = enqueue(entry.state, waiter);
    admit(limiter, entry);
  });
}

/** Starts all that may start. The rest waits for a timer, for an answer, or for a lease. */
function admit(limiter: Limiter, entry: HostEntry): void {
  const { usual, now, leases } = limiter;
  for (;;) {
    const admission = admitNext(entry.state, usual, now());
    switch (admission.kind) {
      case "start":
        entry.state = admission.host;
        admission.next.start();
        break;
      case "refuse":
        for (const waiter of entry.state.waiting) waiter.refuse(hostHeld(entry.state.name));
        return;
      case "lease":
        if (needsMore(entry.state, usual, now())) leases?.request(entry);
        return;
      case "pause":
        wakeIn(limiter, entry, admission.ms);
        return;
      case "nothing":
        return;
      default:
        admission satisfies never;
        return;
    }
  }
}

function wakeIn(limiter: Limiter, entry: HostEntry, ms: number): void {
  entry.timer ??= setTimeout(() => {
    entry.timer = null;
    admit(limiter, entry);
  }, ms);
}

/** Takes a new state. A new delay or pause is passed on to the other processes, and counts for the requests that wait. */
function learn(limiter: Limiter, entry: HostEntry, state: LocalHost<Waiter>): void {
  const hasNews = state.news !== entry.state.news;
  entry.state = state;
  if (!hasNews) return;
  limiter.leases?.request(entry);
  admit(limiter, entry);
}

function entryOf({ hosts, leases }: Limiter, url: string): HostEntry {
  const { host } = new URL(url);
  const entry = hosts.get(host) ?? { state: createLocalHost<Waiter>(host, leases ? NO_LEASE : WHOLE_HOST), timer: null };
  hosts.set(host, entry);
  return entry;
}

/** Forgets a host that is unused. An entry that was forgotten before must not remove the one that came after it. */
function forget({ hosts, now }: Limiter, entry: HostEntry): void {
  const { name } = entry.state;
  if (hosts.get(name) === entry && isForgettable(entry.state, now())) hosts.delete(name);
}
