import { afterAll, beforeAll, expect, it } from "vitest";
import { createQueue, enqueueCrawl, enqueueDelivery, probeAddress, QUEUES, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let database: TestDatabase;
let queue: Queue;
beforeAll(async () => {
  database = await createTestDatabase();
  queue = await createQueue(database.url, () => undefined);
});
afterAll(async () => {
  await queue.stop({ graceful: false });
  await database.drop();
});
const waiting = async (name: string, data: object) => (await queue.findJobs(name, { data, queued: true })).length;

it("announces work when the transaction commits, and not when it is rolled back", async () => {
  const rolledBack = database.db.$transaction(async (tx) => {
    await enqueueCrawl(queue, tx, { id: "lost", reason: "scheduled" });
    throw new Error("rolled back for the test");
  });
  await expect(rolledBack).rejects.toThrow("rolled back for the test");
  expect(await waiting(QUEUES.crawl, { crawlId: "lost" })).toBe(0);
  await database.db.$transaction(async (tx) => {
    await enqueueCrawl(queue, tx, { id: "kept", reason: "scheduled" });
    expect(await waiting(QUEUES.crawl, { crawlId: "kept" })).toBe(0);
  });
  expect(await waiting(QUEUES.crawl, { crawlId: "kept" })).toBe(1);
});

it("lets at most one job wait for a row, and another while that one runs", async () => {
  const announce = () => database.db.$transaction((tx) => enqueueDelivery(queue, tx, { id: "mail", isAwaited: true }));
  await Promise.all([announce(), announce(), announce()]);
  expect(await waiting(QUEUES.delivery, { deliveryId: "mail" })).toBe(1);
  expect(await queue.fetch(QUEUES.delivery)).toHaveLength(1);
  await announce();
  expect(await waiting(QUEUES.delivery, { deliveryId: "mail" })).toBe(1);
});

it('returns "unavailable" when no worker answers in time', async () => {
  const result = await probeAddress(queue, "bakery.example", { timeoutMs: 300 });
  expect(result).toEqual({ ok: false, code: "unavailable", message: expect.stringMatching(/try again/i) });
});
