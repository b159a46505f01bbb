import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { serviceClock } from "#prisma/service-clock.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const HOUR_MS = 3_600_000;
/** A loaded machine may be slow to answer. */
const NEAR_MS = 60_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => {
  vi.useRealTimers();
});

function setThisMachine(moment: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: moment });
}

async function databaseTime(): Promise<number> {
  const [row] = await database.db.$queryRaw<
    { now: number }[]
  >`SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS "now"`;
  return row?.now ?? Number.NaN;
}

it("shows this machine's time before the database's was read", () => {
  setThisMachine(HOUR_MS);
  expect(serviceClock.now().getTime()).toBe(HOUR_MS);
});

it.each([
  ["ahead", HOUR_MS],
  ["behind", -HOUR_MS],
])("shows the database's time on a machine whose clock is an hour %s, and says how far off it is", async (_which, offMs) => {
  setThisMachine(Date.now() + offMs);
  const aheadMs = await serviceClock.read(database.db);
  expect(Math.abs(aheadMs - offMs)).toBeLessThan(NEAR_MS);
  const before = await databaseTime();
  const shown = serviceClock.now().getTime();
  expect(Math.abs(shown - before)).toBeLessThan(NEAR_MS);
});

it("never runs backwards when this machine's clock is set back", async () => {
  await serviceClock.read(database.db);
  const before = serviceClock.now().getTime();
  setThisMachine(0);
  expect(serviceClock.now().getTime()).toBeGreaterThanOrEqual(before);
});
