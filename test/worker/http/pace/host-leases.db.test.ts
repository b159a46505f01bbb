import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shareHosts } from "#prisma/queries/hosts/share-hosts.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { waitFor } from "#test/support/wait-for.ts";
import type { Pace } from "#worker/core/pace/pace.ts";
import type { ClaimShares } from "#worker/http/pace/host-leases.ts";
import { createHostLimiter, type HostLimiter } from "#worker/http/pace/host-limiter.ts";

const NEVER = new AbortController().signal;
const log = pino({ level: "silent" });

describe("host limiters of several workers", () => {
  let database: TestDatabase;
  const open: HostLimiter[] = [];
  let hosts = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all(open.map((limiter) => limiter.close()));
    await database.drop();
  });

  const inDatabase: ClaimShares = (requests) => shareHosts(database.db, requests);
  function worker(pace: Pace = { atATime: 2, delayMs: 0 }, claim = inDatabase): HostLimiter {
    const workerId = `worker-${open.length}`;
    const limiter = createHostLimiter({ pace, now: () => performance.now(), leases: { claim, workerId, log } });
    open.push(limiter);
    return limiter;
  }
  const newHost = () => `https://host-${hosts++}.example/`;

  /** A host that notes when it was asked, and how many requests it had at most at a time. */
  function visit(url: string, takesMs: number) {
    const seen = { atATime: 0, most: 0, starts: [] as number[] };
    const ask = (limiter: HostLimiter) =>
      limiter.run(
        url,
        async () => {
          seen.starts.push(performance.now());
          seen.most = Math.max(seen.most, ++seen.atATime);
          await new Promise((resolve) => setTimeout(resolve, takesMs));
          seen.atATime -= 1;
        },
        NEVER,
      );
    return { seen, ask };
  }
  const gapsOf = (starts: number[]) => starts.slice(1).map((start, index) => start - (starts[index] ?? 0));

  it("never have more requests under way together than the pace allows, and all get through", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 5);
    const workers = [worker(), worker(), worker()];
    await Promise.all(workers.flatMap((each) => Array.from({ length: 60 }, () => ask(each))));
    expect(seen.starts).toHaveLength(180);
    expect(seen.most).toBe(2);
  });

  it("keep a delay between all their requests, and take turns", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 1);
    const workers = [worker({ atATime: 2, delayMs: 120 }), worker({ atATime: 2, delayMs: 120 })];
    await Promise.all(workers.flatMap((each) => Array.from({ length: 20 }, () => ask(each))));
    expect(Math.min(...gapsOf(seen.starts))).toBeGreaterThan(100);
  });

  it("keep the Crawl-delay that one of them read", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 1);
    const [reader, other] = [worker(), worker()];
    reader.setDelay(url, 300);
    await ask(reader);
    await ask(other);
    await ask(other);
    expect(Math.min(...gapsOf(seen.starts))).toBeGreaterThan(280);
  });

  it("leave a host alone that asked one of them to", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 1);
    const [refused, other] = [worker(), worker()];
    await ask(refused);
    refused.noteAnswer(url, { ms: 3, status: 429, retryAfterMs: 1500 });
    await waitFor("the others to be told", async () => {
      const host = await database.db.host.findUnique({ where: { name: new URL(url).host } });
      return JSON.stringify(host?.state).includes('"heldUntil":0') ? null : host;
    });
    await ask(other);
    expect(gapsOf(seen.starts)[0]).toBeGreaterThan(1400);
    refused.holdOff(url, 3_600_000);
    await waitFor("the other to be told", () =>
      ask(other).then(
        () => null,
        () => true,
      ),
    );
  });

  it("give a host's requests to who needs them when another worker is done", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 1);
    const [first, second] = [worker(), worker()];
    const end = first.keepPace(url, { atATime: 2, delayMs: 0 });
    await ask(first);
    end();
    await ask(second);
    expect(gapsOf(seen.starts)[0]).toBeLessThan(5000);
  });

  it("give a dead worker's requests to the others when its lease is over", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 1);
    let isDead = false;
    const mortal = worker(undefined, (requests) => (isDead ? new Promise(() => undefined) : inDatabase(requests)));
    const end = mortal.keepPace(url, { atATime: 2, delayMs: 0 });
    await ask(mortal);
    isDead = true;
    end();
    await ask(worker());
    expect(gapsOf(seen.starts)[0]).toBeGreaterThan(8000);
    // Its close would wait for an answer that never comes.
    open.splice(open.indexOf(mortal), 1);
  });

  it("go on when the database comes back, and start nothing without it", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 1);
    let isGone = true;
    const each = worker(undefined, (requests) =>
      isGone ? Promise.reject(new Error("The database is restarting.")) : inDatabase(requests),
    );
    each.holdOff(url, 100);
    const asked = ask(each);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(seen.starts).toHaveLength(0);
    isGone = false;
    await asked;
    expect(seen.starts).toHaveLength(1);
  });

  it("cost a single worker few questions, however many requests it makes", async () => {
    const url = newHost();
    const { seen, ask } = visit(url, 1);
    let questions = 0;
    const each = worker({ atATime: 8, delayMs: 0 }, (requests) => {
      questions += 1;
      return inDatabase(requests);
    });
    const end = each.keepPace(url, { atATime: 8, delayMs: 0 });
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 2000 }, () => ask(each)));
    end();
    expect(seen.starts).toHaveLength(2000);
    expect(questions).toBeLessThan(4 + (performance.now() - startedAt) / 1000);
  });
});
