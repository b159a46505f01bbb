import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAnswers, saveAnswers } from "#prisma/queries/hosts/target-answers.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { faultAnswer, worksAnswer } from "#worker/core/checks/links/link-answer.ts";

const now = new Date("2026-11-21T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const [A, B, C] = ["https://mill.example/a", "https://mill.example/b", "https://mill.example/c"];

describe("answers of link targets for all workers", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  it("are found by address until they expire", async () => {
    const { db } = database;
    const works = worksAnswer({ finalUrl: B }, ["rye", "café\u0000"]);
    const gone = faultAnswer("links/not-found", "The page does not exist (404).", { status: 404 });
    await saveAnswers(
      db,
      [
        { address: A, answer: works, forMs: 1_000 },
        { address: B, answer: gone, forMs: 500 },
      ],
      now,
    );
    expect(await findAnswers(db, [A, B, C], now)).toEqual(
      new Map([
        [A, { ...works, anchors: ["rye", "café\uFFFD"] }],
        [B, gone],
      ]),
    );
    expect([...(await findAnswers(db, [A, B, C], later(500))).keys()]).toEqual([A]);
    expect((await findAnswers(db, [A], later(1_000))).size).toBe(0);
    expect((await findAnswers(db, [], now)).size).toBe(0);
  });

  it("are replaced by newer ones, and deleted after they expire", async () => {
    const { db } = database;
    await saveAnswers(
      db,
      [
        { address: A, answer: worksAnswer({}), forMs: 1_000 },
        { address: A, answer: worksAnswer({ status: 204 }), forMs: 1_000 },
      ],
      now,
    );
    expect((await findAnswers(db, [A], now)).get(A)).toEqual(worksAnswer({ status: 204 }));
    await saveAnswers(db, [{ address: C, answer: worksAnswer({}), forMs: 1_000 }], later(5_000));
    expect(await db.targetAnswer.count()).toBe(1);
  });

  it("reveal no address in the table", async () => {
    const rows = await database.db.targetAnswer.findMany();
    expect(JSON.stringify(rows)).not.toContain("mill.example");
  });

  it("can be stored by many workers at once", async () => {
    const { db } = database;
    const answers = Array.from({ length: 300 }, (_, at) => ({ address: `${A}/${at}`, answer: worksAnswer({}), forMs: 1_000 }));
    await Promise.all([answers, answers.toReversed(), answers].map((each) => saveAnswers(db, each, now)));
    expect(
      (
        await findAnswers(
          db,
          answers.map(({ address }) => address),
          now,
        )
      ).size,
    ).toBe(300);
  });
});
