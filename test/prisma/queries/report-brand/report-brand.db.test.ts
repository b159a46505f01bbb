import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeReportBrand } from "#prisma/queries/report-brand/change-report-brand.ts";
import { findReportBrand } from "#prisma/queries/report-brand/find-report-brand.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";

describe("the sender on reports", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  it("keeps its logo when the name changes, loses either, and is of one team only", async () => {
    const { db } = database;
    const { teamId } = await seedTeam(db, { email: "owner@harbour.example" });
    const other = await seedTeam(db, { email: "stranger@elsewhere.example" });
    const look = () => findReportBrand(db, teamId);
    expect(await look()).toBeNull();
    await changeReportBrand(db, {
      teamId,
      name: "Studio North",
      logo: { bytes: new Uint8Array([1, 2, 3]), type: "image/png" },
    });
    await changeReportBrand(db, { teamId, name: "Studio South" });
    expect(await look()).toEqual({ name: "Studio South", logo: "data:image/png;base64,AQID" });
    expect(await findReportBrand(db, other.teamId)).toBeNull();
    await changeReportBrand(db, { teamId, name: "Studio South", logo: null });
    expect(await look()).toEqual({ name: "Studio South", logo: null });
    await changeReportBrand(db, { teamId, name: "" });
    expect(await look()).toBeNull();
  });
});
