import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const HOUR_MS = 3_600_000;

describe("countAttempt", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  const attempt = (subject: string, now = NOW, kind = "sign-in") =>
    countAttempt(database.db, { kind, subject, max: 3, windowMs: HOUR_MS, now });

  it("allows exactly the maximum of concurrent attempts", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt("ann@harbour.example")));
    expect(answers.filter(Boolean)).toHaveLength(3);
    expect(await attempt("ann@harbour.example", new Date(NOW.getTime() + HOUR_MS - 1))).toBe(false);
  });

  it("starts again after its window", async () => {
    expect(await attempt("ann@harbour.example", new Date(NOW.getTime() + HOUR_MS))).toBe(true);
  });

  it("counts each subject and kind separately", async () => {
    for (let count = 0; count < 4; count += 1) await attempt("bob@harbour.example");
    expect(await attempt("bob@harbour.example")).toBe(false);
    expect(await attempt("bob@harbour.example", NOW, "reset")).toBe(true);
    expect(await attempt("carl@harbour.example")).toBe(true);
  });

  it("stores no address in readable form", async () => {
    const kept = await database.db.rateLimit.findMany();
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept.map(({ key }) => key))).not.toContain("harbour");
  });
});
