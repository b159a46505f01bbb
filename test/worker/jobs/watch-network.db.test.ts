import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { watchNetwork } from "#worker/jobs/watch-network.ts";
import { registry } from "#worker/telemetry/registry.ts";

const lines: string[] = [];
const log = pino(
  new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  }),
);
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("says in the log and in the metric that we are cut off, and stops when a crawl finishes", async () => {
  const { db } = database;
  const { siteId } = await addTestSite(db);
  const watch = async (minutes: number) => {
    await watchNetwork({ db, log, now: new Date(Date.parse("2026-11-20T05:00:00Z") + minutes * 60_000) });
    return (await registry.metrics()).match(/^flawless_fleet_cut_off (\d)$/m)?.[1];
  };
  const end = (minute: string, failureCode: string | null) =>
    db.crawl.create({
      data: {
        siteId,
        reason: "scheduled",
        state: failureCode ? "failed" : "finished",
        failureCode,
        finishedAt: new Date(`2026-11-20T05:${minute}:00Z`),
      },
    });
  await end("00", "timeout");
  expect(await watch(1)).toBe("0");
  expect(lines).toEqual([]);
  await end("02", "cut-off");
  expect(await watch(3)).toBe("1");
  expect(lines.join("")).toContain("we are cut off from the network");
  await end("20", null);
  expect(await watch(21)).toBe("0");
  expect(lines).toHaveLength(1);
});
