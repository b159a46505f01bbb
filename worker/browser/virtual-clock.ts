import type { CDPSession } from "playwright";

/** A page's own time, which passes only when it is spent. While it does not pass, no timer of the page runs. */
export type VirtualClock = {
  stop(): Promise<void>;
  /** Lets `ms` milliseconds pass at once, and pauses them while the page loads something. Resolves when they have passed. */
  spend(ms: number): Promise<void>;
  /** Lets the time that is being spent pass although the page loads something. */
  hurry(): Promise<void>;
};

/**
 * Number of tasks that a page may run without time passing. A page that posts itself messages for ever would stop its own time otherwise.
 */
const TASKS_AT_ONCE = 1_000;

/** Takes a tab's time over. It cannot be given back. */
export function makeVirtualClock(session: CDPSession): VirtualClock {
  let passed: (() => void) | null = null;
  session.on("Emulation.virtualTimeBudgetExpired", () => passed?.());
  const limits = { maxVirtualTimeTaskStarvationCount: TASKS_AT_ONCE };
  return {
    stop: async () => {
      await session.send("Emulation.setVirtualTimePolicy", { policy: "pause" });
    },
    spend: async (ms) => {
      const whenPassed = new Promise<void>((resolve) => {
        passed = resolve;
      });
      await session.send("Emulation.setVirtualTimePolicy", { policy: "pauseIfNetworkFetchesPending", budget: ms, ...limits });
      await whenPassed;
    },
    // Without a budget of its own, because a second one would not replace the first.
    hurry: async () => void (await session.send("Emulation.setVirtualTimePolicy", { policy: "advance", ...limits })),
  };
}
