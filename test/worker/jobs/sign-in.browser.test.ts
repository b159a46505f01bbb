import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSignIn, removeSignIn, saveSignIn } from "#prisma/queries/sites/site-sign-in.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { type CrawlHarness, startCrawlHarness } from "#test/support/crawl-harness.ts";

const SECRET = "s3cr3tpassw0rd";
const RIGHT = { kind: "password", user: "gate", password: SECRET } as const;

/** The worker, PostgreSQL and a site that asks for a password. */
describe("a Crawl of a Site behind a sign-in", () => {
  let harness: CrawlHarness;
  let password: string;
  beforeAll(async () => {
    password = SECRET;
    harness = await startCrawlHarness({ withBrowser: true, gate: (header) => header === `Basic ${btoa(`gate:${password}`)}` });
  });
  afterAll(() => harness?.close());

  const keep = (signIn: Parameters<typeof saveSignIn>[1]["signIn"]) => {
    const { database, dependencies, teamId, siteId } = harness;
    return saveSignIn({ db: database.db, keys: dependencies.secretKeys, now: new Date() }, { teamId, siteId, signIn });
  };
  const crawl = async () => harness.database.db.crawl.findUniqueOrThrow({ where: { id: await harness.crawl() } });

  it("says what is missing while there is none", async () => {
    expect(await crawl()).toMatchObject({
      state: "failed",
      failureMessage: expect.stringContaining("Add a sign-in in the site's settings"),
    });
  });

  it("reads the pages with it, and nothing on record holds it in clear", async () => {
    await keep(RIGHT);
    expect(await crawl()).toMatchObject({ state: "finished", pagesDone: 5 });
    const { db } = harness.database;
    const tables = await db.$queryRaw<
      { name: string }[]
    >`SELECT table_name AS name FROM information_schema.tables WHERE table_schema IN ('public', 'pgboss')`;
    const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM "SiteSignIn"`;
    expect([count, tables.length > 20]).toEqual([1, true]);
    for (const { name } of tables) {
      const rows = await db
        .$queryRawUnsafe<{ row: string }[]>(
          `SELECT t::text AS row FROM "${name}" AS t WHERE t::text LIKE '%${SECRET}%' OR t::text LIKE '%${btoa(`gate:${SECRET}`)}%'`,
        )
        .catch(() => []);
      expect(rows, name).toEqual([]);
    }
  });

  it("says that it stopped working, and nothing counts as fixed or gone", async () => {
    const { db } = harness.database;
    const before = await db.issue.findMany({ orderBy: { id: "asc" }, select: { id: true, state: true } });
    expect(before.length).toBeGreaterThan(0);
    const countGone = () => db.page.count({ where: { gone: true, snapshotId: { not: null } } });
    const gone = await countGone();
    password = "changed by the owner";
    expect(await crawl()).toMatchObject({
      state: "failed",
      failureCode: "sign-in",
      failureMessage: expect.stringContaining("no longer works"),
    });
    expect(await db.issue.findMany({ orderBy: { id: "asc" }, select: { id: true, state: true } })).toEqual(before);
    expect(await countGone()).toBe(gone);
    password = SECRET;
    expect(await crawl()).toMatchObject({ state: "finished", fixed: 0, opened: 0 });
  });

  it("goes on under a new key, which seals it again, and fails with a sentence when no key opens it", async () => {
    const { database, dependencies, siteId } = harness;
    const renewed = deriveSecretKeys({
      SECRETS_KEY: ["a new key for the tests, 32 characters"],
      AUTH_SECRET: "a secret of the tests, at least 32 characters",
    });
    expect(await openSignIn(database.db, renewed, siteId)).toEqual(RIGHT);
    expect(await openSignIn(database.db, renewed.slice(0, 1), siteId)).toEqual(RIGHT);
    expect(await openSignIn(database.db, dependencies.secretKeys, siteId)).toBe("unreadable");
    expect(await crawl()).toMatchObject({
      state: "failed",
      failureMessage: expect.stringContaining("our encryption key was changed"),
    });
  });

  it("is forgotten when the owner says so, or deletes the Site", async () => {
    const { database, dependencies, teamId, siteId } = harness;
    await removeSignIn(database.db, { teamId, siteId });
    expect(await openSignIn(database.db, dependencies.secretKeys, siteId)).toBeNull();
    await keep(RIGHT);
    await database.db.site.delete({ where: { id: siteId } });
    expect(await database.db.siteSignIn.count()).toBe(0);
  });
});
