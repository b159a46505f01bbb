import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findLastBackup } from "#prisma/queries/backups/find-last-backup.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { parseSettings } from "#worker/core/settings.ts";
import { backUpDaily } from "#worker/jobs/back-up-daily.ts";
import { log } from "#worker/log.ts";

const HOUR_MS = 3_600_000;
const MORNING = Date.parse("2026-11-29T02:00:00Z");

describe("backUpDaily", () => {
  let database: TestDatabase;
  let folder: string;
  let environment: Record<string, string>;
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "daily-"));
    environment = {
      ...{
        DATABASE_URL: database.pooledUrl,
        DIRECT_DATABASE_URL: database.url,
        APP_URL: "http://localhost",
        AUTH_SECRET: "x".repeat(32),
      },
      BACKUP_TO: join(folder, "backups"),
      BACKUP_RECIPIENT: await identityToRecipient(await generateX25519Identity()),
      BACKUP_KEEP: "2,0,0",
    };
  });
  afterAll(async () => {
    await database?.drop();
    await rm(folder, { recursive: true });
  });

  const run = (hours: number, changed: Record<string, string> = {}) =>
    backUpDaily({
      ...{ db: database.db, settings: parseSettings({ ...environment, ...changed }), log },
      now: () => new Date(MORNING + hours * HOUR_MS),
      signal: new AbortController().signal,
    });

  it("makes one backup a day, whatever the number of workers, records its time, and deletes old ones", async () => {
    expect(await findLastBackup(database.db)).toBeNull();
    expect((await Promise.all([run(0), run(0), run(0)])).sort()).toEqual([0, 0, 1]);
    expect(await run(23.9)).toBe(0);
    expect(await run(24)).toBe(1);
    expect(await run(48)).toBe(1);
    const names = (await readdir(join(folder, "backups"))).sort();
    expect(names).toEqual(["flawless-2026-11-30T02-00-00Z.tar.gz.age", "flawless-2026-12-01T02-00-00Z.tar.gz.age"]);
    expect(await findLastBackup(database.db)).toMatchObject({
      name: names[1],
      finishedAt: new Date(MORNING + 48 * HOUR_MS),
      rows: 3,
      pictures: 0,
    });
  });

  it("deletes no backup of another database, such as the one that a new installation is to be restored from", async () => {
    const other = "flawless-2026-12-01T01-00-00Z.tar.gz.age";
    const before = await readdir(join(folder, "backups"));
    await writeFile(join(folder, "backups", other), "");
    expect(await run(71.9)).toBe(0);
    expect(await run(72)).toBe(1);
    const names = await readdir(join(folder, "backups"));
    expect(names).toContain(other);
    expect(names.filter((name) => before.includes(name))).toHaveLength(1);
    await rm(join(folder, "backups", other));
  });

  it("records a failure without taking it for a backup, and tries again an hour later", async () => {
    const last = await findLastBackup(database.db);
    await writeFile(join(folder, "no-folder"), "");
    const broken = { BACKUP_TO: join(folder, "no-folder") };
    await expect(run(96, broken)).rejects.toThrow("no-folder");
    expect(await findLastBackup(database.db)).toEqual(last);
    expect(await database.db.backup.findFirst({ where: { failure: { not: null } } })).toMatchObject({ name: null });
    expect(await run(96.9)).toBe(0);
    expect(await run(97.1)).toBe(1);
  });

  it("takes over from a worker that died, and makes none without BACKUP_TO", async () => {
    await database.db.backup.create({ data: { startedAt: new Date(MORNING + 120 * HOUR_MS) } });
    expect(await run(121)).toBe(0);
    expect(await run(126.1)).toBe(1);
    expect(await run(1_000, { BACKUP_TO: "" })).toBe(0);
  });

  it("refuses settings without a key", () => {
    expect(() => parseSettings({ ...environment, BACKUP_RECIPIENT: "" })).toThrow("must be encrypted");
  });
});
