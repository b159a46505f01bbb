import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errorCode } from "#worker/http/client/error-code.ts";
import { limitTime } from "#worker/http/client/limit-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

describe("limitTime", () => {
  it("aborts when its time is over, as an answer that is late", () => {
    const outer = new AbortController();
    const { signal } = limitTime(outer.signal, 1_000);
    vi.advanceTimersByTime(999);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(errorCode(signal.reason)).toBe("TIMEOUT");
    expect(listeners(outer.signal)).toBe(0);
  });

  it("aborts with the outer signal, for its reason, also where that aborted before", () => {
    const outer = new AbortController();
    const { signal } = limitTime(outer.signal, 1_000);
    outer.abort("stopped");
    expect(signal.reason).toBe("stopped");
    expect(limitTime(outer.signal, 1_000).signal.reason).toBe("stopped");
  });

  it("leaves nothing behind once it is released", () => {
    const outer = new AbortController();
    const limits = Array.from({ length: 100 }, () => limitTime(outer.signal, 1_000));
    for (const { release } of limits) release();
    expect(listeners(outer.signal)).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    outer.abort();
    expect(limits.some(({ signal }) => signal.aborted)).toBe(false);
  });
});
