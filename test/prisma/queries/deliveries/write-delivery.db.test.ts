import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { claimDelivery } from "#prisma/queries/deliveries/claim-delivery.ts";
import { writeDelivery } from "#prisma/queries/deliveries/write-delivery.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

const HOUR_MS = 3_600_000;

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());
afterEach(() => {
  vi.useRealTimers();
});

it("writes a message that is due at once by the database's clock, on a machine whose clock is an hour ahead", async () => {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: now + HOUR_MS });
  const message = { kind: "account_exists" as const, email: "a@bakery.example", siteId: null, dedupeKey: "ahead", payload: {} };
  await desk.db.$transaction((tx) => writeDelivery(tx, desk.queue, message));
  const { id, createdAt } = await desk.db.delivery.findUniqueOrThrow({ where: { dedupeKey: "ahead" } });
  expect(createdAt.getTime()).toBeLessThan(now + HOUR_MS / 2);
  expect(await claimDelivery(desk.db, id, new Date(now + HOUR_MS / 2))).not.toBeNull();
});
