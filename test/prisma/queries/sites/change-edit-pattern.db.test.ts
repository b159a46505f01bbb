import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeEditPattern } from "#prisma/queries/sites/change-edit-pattern.ts";
import { findSite } from "#prisma/queries/sites/find-site.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";

describe("changeEditPattern", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  it("sets and removes the pattern of the team's own site only", async () => {
    const { db } = database;
    const own = await addTestSite(db);
    const stranger = await seedTeam(db, { email: "stranger@elsewhere.example" });
    expect((await findSite(db, own))?.editPattern).toBeNull();
    await changeEditPattern(db, { ...own, editPattern: "{url}/edit" });
    const attack = changeEditPattern(db, { teamId: stranger.teamId, siteId: own.siteId, editPattern: "https://evil.example/" });
    await expect(attack).rejects.toMatchObject({ code: "not-found" });
    expect((await findSite(db, own))?.editPattern).toBe("{url}/edit");
    await changeEditPattern(db, { ...own, editPattern: null });
    expect((await findSite(db, own))?.editPattern).toBeNull();
  });
});
