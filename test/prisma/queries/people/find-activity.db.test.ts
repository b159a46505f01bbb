import { afterAll, beforeAll, expect, it } from "vitest";
import { findActivity, findAllActivity } from "#prisma/queries/people/find-activity.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { activityCells } from "#worker/core/view/csv/activity-cells.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("reads all that was done in a team in batches, in the order of its list, and nothing of another", async () => {
  const { db } = database;
  const { teamId, userId } = await seedTeam(db, { email: "ann@harbour.example" });
  const other = await seedTeam(db, { email: "eve@evil.example" });
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 12, minute));
  // Two at the same moment, on the border of two batches.
  const rows = [1, 2, 2, 3, 4].map((minute, index) => ({ kind: "words_added", detail: String(index + 1), at: at(minute) }));
  await db.activity.createMany({ data: rows.map((row) => ({ ...row, teamId, userId })) });
  await db.activity.create({ data: { teamId: other.teamId, userId: other.userId, kind: "site_added", at: at(2) } });
  await db.activity.create({ data: { teamId, userId: null, kind: "plan_changed", detail: "Free", at: at(0) } });
  const read = [];
  for await (const batch of findAllActivity(db, { teamId }, 2)) read.push(...batch);
  expect(read).toEqual((await findActivity(db, { teamId, skip: 0, take: 50 })).activities);
  expect(activityCells(read[0] ?? expect.fail())).toEqual([
    at(4),
    "ann@harbour.example",
    "added 5 words to the dictionary",
    null,
  ]);
  expect(activityCells(read.at(-1) ?? expect.fail())[1]).toBe("Flawless");
});
