import { describe, expect, it } from "vitest";
import { LEASE_MS, NEW_HOST, type ShareRequest, shareHost } from "#worker/core/pace/share-host.ts";

const FULL = { wanted: 4, active: 0, atATime: 4, delayMs: 0, share: 1, holdMs: 0, freeInMs: 0, crawlDelayMs: null };

/** A host and its workers, who say one after the other what they want. */
function host() {
  let state = NEW_HOST;
  let now = 1_000_000;
  return {
    ask(workerId: string, wanted: Partial<ShareRequest> = {}) {
      const shared = shareHost(state, { ...FULL, workerId, ...wanted }, now);
      state = shared.state;
      return shared.grant;
    },
    pass(ms: number) {
      now += ms;
    },
    /** Requests that the workers may have under way together. */
    slots: () => Object.values(state.shares).reduce((sum, { slots, until }) => sum + (until > now ? slots : 0), 0),
    workers: () => Object.keys(state.shares),
  };
}

describe("shareHost", () => {
  it("gives a single worker all that it wants, up to the pace", () => {
    const { ask } = host();
    expect(ask("a").slots).toBe(4);
    expect(ask("a", { wanted: 9 }).slots).toBe(4);
    expect(ask("a", { wanted: 1 }).slots).toBe(1);
  });

  it("gives others the rest, and never exceeds the pace in total", () => {
    const { ask, slots } = host();
    expect(ask("a", { wanted: 3 }).slots).toBe(3);
    expect(ask("b").slots).toBe(1);
    expect(ask("c").slots).toBe(0);
    expect(slots()).toBe(4);
  });

  it("takes idle slots from a worker with many for one that waits", () => {
    const { ask, slots } = host();
    ask("a");
    expect(ask("b").slots).toBe(0);
    expect(ask("a", { active: 4 }).slots).toBe(2);
    expect(slots()).toBe(4);
    expect(ask("b").slots).toBe(0);
    ask("a", { active: 2 });
    expect(ask("b").slots).toBe(2);
    expect(slots()).toBe(4);
  });

  it("lets workers take turns if there are more of them than slots", () => {
    const { ask, pass, slots } = host();
    const had = new Set<string>();
    for (let round = 0; round < 40; round++) {
      for (const worker of ["a", "b", "c"]) if (ask(worker, { atATime: 2, wanted: 2 }).slots > 0) had.add(worker);
      expect(slots()).toBeLessThanOrEqual(2);
      pass(300);
    }
    expect([...had].sort()).toEqual(["a", "b", "c"]);
  });

  it("drops a finished worker at once, and a dead one when its lease ends", () => {
    const { ask, pass, workers } = host();
    ask("a");
    ask("a", { wanted: 0 });
    expect(workers()).toEqual([]);
    ask("a");
    pass(LEASE_MS - 1);
    expect(ask("b").slots).toBe(0);
    pass(1);
    expect(ask("b").slots).toBe(4);
  });

  it("reduces the pace for all to the lowest share of any worker", () => {
    const { ask } = host();
    ask("a", { wanted: 1, share: 0.5 });
    expect(ask("b").slots).toBe(1);
  });

  it("gives all workers the longest pause that the host asked for, an hour at most", () => {
    const { ask, pass } = host();
    ask("a", { holdMs: 5000 });
    pass(1000);
    expect(ask("b", { holdMs: 100 }).heldMs).toBe(4000);
    pass(4000);
    expect(ask("b").heldMs).toBe(0);
    expect(ask("a", { holdMs: 86_400_000 }).heldMs).toBe(3_600_000);
  });

  it("gives all workers the Crawl-delay that one of them read, and its removal", () => {
    const { ask } = host();
    ask("a", { crawlDelayMs: 5000 });
    expect(ask("b").crawlDelayMs).toBe(5000);
    ask("b", { crawlDelayMs: 0 });
    expect(ask("a").crawlDelayMs).toBe(0);
  });

  it("lets one worker at a time hold a host with a delay; they take turns and keep the delay", () => {
    const { ask, pass } = host();
    const slow = { delayMs: 700 };
    expect(ask("a", slow).slots).toBe(4);
    expect(ask("b", slow).slots).toBe(0);
    pass(2000);
    expect(ask("b", slow).slots).toBe(0);
    expect(ask("a", { ...slow, active: 1, freeInMs: 650 }).slots).toBe(0);
    expect(ask("b", slow).slots).toBe(0);
    ask("a", { ...slow, freeInMs: 600 });
    expect(ask("b", slow)).toMatchObject({ slots: 4, freeInMs: 650 });
    expect(ask("a", slow).slots).toBe(0);
  });

  it("keeps the delay after a dead worker, whose last request is unknown", () => {
    const { ask, pass } = host();
    ask("a", { crawlDelayMs: 5000 });
    pass(LEASE_MS + 1000);
    expect(ask("b")).toMatchObject({ slots: 4, freeInMs: 4000 });
  });
});
