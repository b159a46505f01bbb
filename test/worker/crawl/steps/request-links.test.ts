import { describe, expect, it } from "vitest";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { requestLinks } from "#worker/crawl/steps/request-links.ts";

const HOME = "https://bakery.example/";
const OWN = `${HOME}a.png`;
const MILL = "https://mill.example/";
const SLOW = "https://slow.example/";
const DEAD = "https://dead.example/";
const works = (url: string): LinkVerdict => ({ url, state: "ok", rule: null, status: 200, reason: "", finalUrl: null });

/** A Crawl in which slow targets answer when `answer` is called, and others at once. */
function open({ lateAfterMs }: { lateAfterMs?: number } = {}) {
  const recorded: string[] = [];
  const calls: string[][] = [];
  const slow = Promise.withResolvers<void>();
  const broken = new AbortController();
  const context = {
    plan: { startUrl: HOME, lateAfterMs },
    signal: broken.signal,
    deadline: 60_000,
    visited: new Map(),
    linkPrefetch: { note: () => undefined, finish: async () => undefined, stop: async () => undefined },
    ports: {
      now: () => 0,
      async *checkLinks(targets: string[], signal: AbortSignal) {
        calls.push(targets);
        for (const target of targets) {
          const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
          if (target === SLOW) await Promise.race([slow.promise, stopped]);
          if (signal.aborted) return;
          yield works(target);
        }
      },
    },
  };
  const request = (targets: string[]) =>
    requestLinks(
      context,
      { targets, findUse: () => null },
      async (verdicts) => void recorded.push(...verdicts.map(({ url }) => url)),
    );
  return { request, recorded, calls, answer: () => slow.resolve(), stop: () => broken.abort() };
}

describe("requestLinks", () => {
  it("waits for all where the plan has no time for it", async () => {
    const { request, recorded, calls, answer } = open();
    const ended = request([OWN, MILL, SLOW]);
    answer();
    expect(await ended).toBeNull();
    expect([recorded, calls]).toEqual([[OWN, MILL, SLOW], [[OWN, MILL, SLOW]]]);
  });

  it("does not wait for outside hosts that answer slowly, records what is known, and then the rest", async () => {
    const { request, recorded, answer } = open({ lateAfterMs: 1 });
    const late = await request([OWN, MILL, SLOW, DEAD]);
    expect(late?.targets).toEqual([SLOW, DEAD]);
    expect(recorded.sort()).toEqual([OWN, MILL].sort());
    answer();
    expect(await late?.done).toEqual([SLOW, DEAD]);
    expect(recorded).toHaveLength(4);
  });

  it("waits for the site's own links however slow, and for outside links that come in time", async () => {
    const { request, recorded } = open({ lateAfterMs: 60_000 });
    expect(await request([OWN, MILL])).toBeNull();
    expect(recorded.sort()).toEqual([OWN, MILL].sort());
  });

  it("names only the links with a verdict when the rest is broken off", async () => {
    const { request, stop } = open({ lateAfterMs: 1 });
    const late = await request([MILL, SLOW, DEAD]);
    stop();
    expect(await late?.done).toEqual([]);
  });
});
