import { afterAll, beforeAll, expect, it } from "vitest";
import { findServiceDays } from "#prisma/queries/status/find-service-days.ts";
import { noteWebMinute, recordServiceDays } from "#prisma/queries/status/service-days.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

const now = new Date("2026-11-29T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => test?.drop());

it("stores what was on time on each day, also of days before there were figures", async () => {
  const { siteId } = await addTestSite(test.db);
  const crawl = (fields: object) => ({ siteId, reason: "scheduled" as const, state: "finished" as const, ...fields });
  await test.db.crawl.createMany({
    data: [
      crawl({ queuedAt: ago(50), startedAt: ago(49.9), finishedAt: ago(49) }),
      crawl({ queuedAt: ago(49.2), dueAt: ago(53), startedAt: ago(49.1), finishedAt: ago(49) }),
      crawl({ queuedAt: ago(49), startedAt: ago(49), finishedAt: ago(48), state: "failed", failureCode: "internal" }),
      crawl({ queuedAt: ago(49), startedAt: ago(49), finishedAt: ago(48), state: "failed", failureCode: "timeout" }),
      crawl({ queuedAt: ago(49), finishedAt: ago(48), state: "cancelled" }),
    ],
  });
  const mail = { kind: "digest" as const, email: "a@x.example", payload: {}, state: "sent" as const };
  await test.db.delivery.createMany({
    data: [
      { ...mail, dedupeKey: "quick", createdAt: ago(2), sentAt: ago(1.9) },
      { ...mail, dedupeKey: "slow", createdAt: ago(4), sentAt: ago(2) },
    ],
  });
  expect(await recordServiceDays(test.db, now)).toBe(30);
  const rows = new Map((await findServiceDays(test.db, now)).map((row) => [row.day, row]));
  expect(rows.size).toBe(30);
  expect(rows.get("2026-11-27")).toMatchObject({ crawls: 4, crawlsOnTime: 2, mails: 0, webMinutes: null });
  expect(rows.get("2026-11-29")).toMatchObject({ crawls: 0, mails: 2, mailsOnTime: 1 });
  // Afterwards only today and yesterday can still change.
  expect(await recordServiceDays(test.db, now)).toBe(2);
});

it("counts a minute of the web once, and keeps the day's other figures", async () => {
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  await Promise.all([at(0), at(1), at(20), at(59)].map((moment) => noteWebMinute(test.db, moment)));
  await noteWebMinute(test.db, at(60));
  await noteWebMinute(test.db, at(61));
  await noteWebMinute(test.db, at(240));
  await recordServiceDays(test.db, at(300));
  const today = (await findServiceDays(test.db, now)).at(-1);
  expect(today).toMatchObject({ day: "2026-11-29", webMinutes: 3, webSince: now, mails: 2 });
});
