import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClaimShares } from "#worker/http/pace/host-leases.ts";
import { createHostLimiter } from "#worker/http/pace/host-limiter.ts";

const SITE = "https://site.example/";
const OTHER = "https://other.example/";
const NEVER = new AbortController().signal;

describe("createHostLimiter", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const create = (perHost = 2) => createHostLimiter({ pace: { atATime: perHost, delayMs: 0 }, now: () => Date.now() });

  /** Starts tasks that take so long each, and says when each started, in milliseconds from now. */
  function watch(limiter: ReturnType<typeof create>, { takesMs }: { takesMs: number }) {
    const startedAt = Date.now();
    const starts: number[] = [];
    const run = (url: string, signal = NEVER) =>
      limiter.run(
        url,
        () => {
          starts.push(Date.now() - startedAt);
          return new Promise((resolve) => setTimeout(resolve, takesMs));
        },
        signal,
      );
    return { starts, run };
  }

  it("runs so many at a time for one host, and others beside", async () => {
    const { starts, run } = watch(create(2), { takesMs: 100 });
    const all = Promise.all([SITE, SITE, SITE, OTHER].map((url) => run(url)));
    await vi.advanceTimersByTimeAsync(300);
    await all;
    expect(starts).toEqual([0, 0, 0, 100]);
  });

  it("keeps a delay between starts", async () => {
    const limiter = create(4);
    limiter.setDelay(SITE, 500);
    const { starts, run } = watch(limiter, { takesMs: 10 });
    const all = Promise.all([SITE, SITE, SITE, OTHER].map((url) => run(url)));
    await vi.advanceTimersByTimeAsync(2000);
    await all;
    expect(starts).toEqual([0, 0, 500, 1000]);
  });

  it("remembers a delay when the host has been idle", async () => {
    const limiter = create(4);
    limiter.setDelay(SITE, 500);
    const { starts, run } = watch(limiter, { takesMs: 10 });
    const first = run(SITE);
    await vi.advanceTimersByTimeAsync(100);
    await first;
    const second = run(SITE);
    await vi.advanceTimersByTimeAsync(1000);
    await second;
    expect(starts).toEqual([0, 500]);
  });

  it("takes no delay over half a minute", async () => {
    const limiter = create(1);
    limiter.setDelay(SITE, 86_400_000);
    const { starts, run } = watch(limiter, { takesMs: 1 });
    const all = Promise.all([run(SITE), run(SITE)]);
    await vi.advanceTimersByTimeAsync(70_000);
    await all;
    expect(starts).toEqual([0, 30_000]);
  });

  it("waits a minute for a host that wants to be left alone, and refuses at once where that is not enough", async () => {
    const limiter = create(1);
    limiter.holdOff(SITE, 60_000);
    const { starts, run } = watch(limiter, { takesMs: 1 });
    const patient = run(SITE);
    await vi.advanceTimersByTimeAsync(60_001);
    await patient;
    expect(starts).toEqual([60_000]);
    limiter.holdOff(SITE, 10_000);
    const waiting = expect(run(SITE)).rejects.toMatchObject({ code: "HOST_HELD" });
    limiter.holdOff(SITE, 61_000);
    await waiting;
    await expect(run(SITE)).rejects.toMatchObject({ code: "HOST_HELD" });
  });

  it("asks a host that wants to be left alone for a day again after an hour", async () => {
    const limiter = create(1);
    limiter.holdOff(SITE, 86_400_000);
    const { starts, run } = watch(limiter, { takesMs: 1 });
    await vi.advanceTimersByTimeAsync(3_600_000);
    const again = run(SITE);
    await vi.advanceTimersByTimeAsync(1);
    await again;
    expect(starts).toEqual([3_600_000]);
  });

  it("keeps a site's own pace while its crawl lasts", async () => {
    const limiter = create(1);
    const end = limiter.keepPace(SITE, { atATime: 3, delayMs: 0 });
    const { starts, run } = watch(limiter, { takesMs: 100 });
    const three = Promise.all([run(SITE), run(SITE), run(SITE)]);
    await vi.advanceTimersByTimeAsync(100);
    await three;
    end();
    const two = Promise.all([run(SITE), run(SITE)]);
    await vi.advanceTimersByTimeAsync(200);
    await two;
    expect(starts).toEqual([0, 0, 0, 100, 200]);
  });

  it("asks a host less that refuses or slows down, and as before when it has recovered", async () => {
    const limiter = create(4);
    const most = async () => {
      const { starts, run } = watch(limiter, { takesMs: 50 });
      const all = Promise.all([SITE, SITE, SITE, SITE].map((url) => run(url)));
      await vi.advanceTimersByTimeAsync(200);
      await all;
      return starts.filter((start) => start === 0).length;
    };
    const answers = (count: number, ms: number, status = 200) => {
      for (let answer = 0; answer < count; answer++) limiter.noteAnswer(SITE, { ms, status, retryAfterMs: null });
    };
    const end = limiter.keepPace(SITE, { atATime: 4, delayMs: 0 });
    answers(20, 100);
    expect(await most()).toBe(4);
    answers(12, 2000);
    expect(await most()).toBeLessThan(3);
    answers(60, 100);
    expect(await most()).toBe(4);
    answers(1, 5, 503);
    expect(await most()).toBe(2);
    end();
  });

  it.each([
    ["as long as it says", 429, 3000, 3000],
    ["for some seconds where it does not say how long", 429, null, 5000],
    ["not at all after a fault that names no time", 503, null, 0],
  ] as const)("leaves a host alone that refuses: %s", async (_, status, retryAfterMs, expected) => {
    const limiter = create(1);
    limiter.noteAnswer(SITE, { ms: 5, status, retryAfterMs });
    const { starts, run } = watch(limiter, { takesMs: 1 });
    const next = run(SITE);
    await vi.advanceTimersByTimeAsync(6000);
    await next;
    expect(starts).toEqual([expected]);
  });

  it("holds off a host while others go on, also for those that wait already", async () => {
    const limiter = create(1);
    const { starts, run } = watch(limiter, { takesMs: 100 });
    const all = Promise.all([run(SITE), run(SITE), run(OTHER)]);
    limiter.holdOff(SITE, 3000);
    await vi.advanceTimersByTimeAsync(5000);
    await all;
    expect(starts).toEqual([0, 0, 3000]);
  });

  it("keeps to a hold that grows while a request waits for the end of a shorter one", async () => {
    const limiter = create(1);
    const { starts, run } = watch(limiter, { takesMs: 1 });
    limiter.holdOff(SITE, 1000);
    const waiting = run(SITE);
    await vi.advanceTimersByTimeAsync(500);
    limiter.holdOff(SITE, 5000);
    await vi.advanceTimersByTimeAsync(10_000);
    await waiting;
    expect(starts).toEqual([5500]);
  });

  it("lets go of who gives up, at once, and gives the turn to the next", async () => {
    const { starts, run } = watch(create(1), { takesMs: 100 });
    const controller = new AbortController();
    const first = run(SITE);
    const given = run(SITE, controller.signal);
    const third = run(SITE);
    const reason = new Error("No more.");
    controller.abort(reason);
    await expect(given).rejects.toBe(reason);
    await vi.advanceTimersByTimeAsync(300);
    await Promise.all([first, third]);
    expect(starts).toEqual([0, 100]);
    await expect(run(SITE, controller.signal)).rejects.toBe(reason);
  });

  it("frees the turn of a task that fails", async () => {
    const limiter = create(1);
    const fault = new Error("It failed.");
    await expect(limiter.run(SITE, () => Promise.reject(fault), NEVER)).rejects.toBe(fault);
    expect(await limiter.run(SITE, async () => "next", NEVER)).toBe("next");
  });

  it("keeps the pace where a lease is answered after its host was forgotten and used again", async () => {
    const claims: { host: string; answer(): void }[] = [];
    const claim: ClaimShares = (requests) =>
      new Promise((resolve) => {
        const [[host = "", { wanted } = { wanted: 0 }] = []] = requests;
        const grant = { slots: Math.min(1, wanted), leaseMs: 10_000, heldMs: 0, freeInMs: 0, crawlDelayMs: 0 };
        claims.push({ host, answer: () => resolve(new Map([[host, grant]])) });
      });
    const leases = { claim, workerId: "worker", log: pino({ level: "silent" }) };
    const limiter = createHostLimiter({ pace: { atATime: 1, delayMs: 0 }, now: () => Date.now(), leases });
    const answerAll = async () => {
      await vi.advanceTimersByTimeAsync(1);
      for (const { answer } of claims.splice(0)) answer();
      await vi.advanceTimersByTimeAsync(1);
    };
    const end = limiter.keepPace(SITE, { atATime: 1, delayMs: 0 });
    limiter.setDelay(SITE, 0);
    await vi.advanceTimersByTimeAsync(1);
    end();
    const { starts, run } = watch(limiter, { takesMs: 300 });
    const first = run(SITE);
    await answerAll();
    await answerAll();
    expect(starts).toHaveLength(1);
    const second = run(SITE);
    await answerAll();
    expect(starts).toHaveLength(1);
    for (let tick = 0; starts.length < 2 && tick < 1000; tick++) await answerAll();
    await vi.advanceTimersByTimeAsync(300);
    await Promise.all([first, second]);
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(300);
  });
});
