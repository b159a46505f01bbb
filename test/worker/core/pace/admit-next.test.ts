import { describe, expect, it } from "vitest";
import { admitNext } from "#worker/core/pace/admit-next.ts";
import { createLocalHost, endRequest, enqueue, type LocalHost, NO_LEASE, WHOLE_HOST } from "#worker/core/pace/local-host.ts";

const USUAL = { atATime: 2, delayMs: 0 };
const NOW = 1000;
const WAITING = enqueue(enqueue(createLocalHost<string>("site.example", WHOLE_HOST), "first"), "second");
const admit = (change: Partial<LocalHost<string>>, pace = USUAL) => admitNext({ ...WAITING, ...change }, pace, NOW);

describe("admitNext", () => {
  it("starts the one that waited longest, and counts it", () => {
    expect(admit({})).toEqual({
      kind: "start",
      next: "first",
      host: { ...WAITING, waiting: ["second"], active: 1, usedAt: NOW, freeAt: 0 },
    });
  });

  it.each([
    ["none waits", { waiting: [] }, { kind: "nothing" }],
    ["the pace is reached", { active: 2 }, { kind: "nothing" }],
    ["the pace is turned down", { active: 1, backOff: { ...WAITING.backOff, share: 0.5 } }, { kind: "nothing" }],
    ["there is no lease", { lease: NO_LEASE }, { kind: "lease" }],
    ["the lease is over", { lease: { slots: 2, wanted: 2, until: NOW, renewAt: NOW } }, { kind: "lease" }],
    ["the lease is used up", { active: 1, lease: { slots: 1, wanted: 2, until: 9e9, renewAt: 9e9 } }, { kind: "lease" }],
    ["its own delay runs", { freeAt: NOW + 70 }, { kind: "pause", ms: 70 }],
    ["the host wants a pause", { freeAt: NOW + 70, heldUntil: NOW + 60_000 }, { kind: "pause", ms: 60_000 }],
    ["the pause is longer than any request waits", { heldUntil: NOW + 60_001 }, { kind: "refuse" }],
    ["that is so and there is no lease either", { heldUntil: NOW + 60_001, lease: NO_LEASE }, { kind: "refuse" }],
  ])("where %s", (_, change, expected) => {
    expect(admit(change)).toEqual(expected);
  });

  it("never refuses where none waits", () => {
    expect(admit({ waiting: [], heldUntil: NOW + 1e9 })).toEqual({ kind: "nothing" });
  });

  it("keeps the delay of the pace after each start", () => {
    const started = admit({}, { atATime: 2, delayMs: 150 });
    expect(started).toMatchObject({ kind: "start", host: { freeAt: NOW + 150 } });
  });

  it("lets one request through at the least, however far the pace is turned down", () => {
    const backOff = { ...WAITING.backOff, share: 1 / 8 };
    expect(admit({ backOff }).kind).toBe("start");
    expect(admit({ backOff, active: 1 }).kind).toBe("nothing");
  });

  it("keeps the pace over any order of starts and ends", () => {
    let state = 7;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    };
    const pace = { atATime: 3, delayMs: 20 };
    let host = createLocalHost<number>("site.example", WHOLE_HOST);
    const starts: number[] = [];
    const order: number[] = [];
    for (let time = 0, next = 0; order.length < 300; time += Math.ceil(random() * 10)) {
      if (next < 300 && random() < 0.6) host = enqueue(host, next++);
      if (host.active > 0 && random() < 0.4) host = endRequest(host, time);
      for (let one = admitNext(host, pace, time); one.kind === "start"; one = admitNext(host, pace, time)) {
        host = one.host;
        starts.push(time);
        order.push(one.next);
      }
      expect(host.active).toBeLessThanOrEqual(3);
    }
    expect(order).toEqual(order.map((_, index) => index));
    expect(Math.min(...starts.slice(1).map((start, index) => start - (starts[index] ?? 0)))).toBeGreaterThanOrEqual(20);
  });
});
