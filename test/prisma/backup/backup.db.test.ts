import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createFolderPlace } from "#prisma/backup/folder-place.ts";
import { readDatabase } from "#prisma/backup/read-database.ts";
import { checkBackup, restoreBackup } from "#prisma/backup/restore-backup.ts";
import { writeBackup } from "#prisma/backup/write-backup.ts";
import { createDatabase, type Database } from "#prisma/client.ts";
import { createFolderStore } from "#prisma/pictures/folder-store.ts";
import { makePictureKey } from "#prisma/pictures/picture-store.ts";
import { saveSignIn } from "#prisma/queries/sites/site-sign-in.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { type DashboardFixture, NOW, startDashboardFixture } from "#test/app/dashboard/dashboard-fixture.ts";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import { seedPicture } from "#test/support/seed/seed-picture.ts";
import { runSql, withDatabase } from "#test/support/servers/postgres-server.ts";
import type { BackupManifest } from "#worker/core/backup/backup-manifest.ts";

const PASSPHRASE = "a passphrase of this test alone";
/** Too random to be compressed, so that the backup has several encrypted chunks. */
const PICTURE = createHash("shake256", { outputLength: 200_000 }).update("picture").digest();
/** Texts that a copy could spoil: the marks of its own format, quotes, emptiness, other scripts. */
const ODD_TEXTS = ["\\N", "a\tb\nc\\d\r\n", "", "“ß” 日本 😀", "'; DROP TABLE x; --", "\\.", '"', "NULL"];

describe("a backup", () => {
  let fixture: DashboardFixture;
  let db: Database;
  let folder: string;
  let pictureKey: string;
  let name: string;
  let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
  const place = () => createFolderPlace(join(folder, "backups"));
  const store = () => createFolderStore(join(folder, "pictures"));
  let key: { identities: string[] };
  let lock: { recipient: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "backup-"));
    const identity = await generateX25519Identity();
    [key, lock] = [{ identities: [identity] }, { recipient: await identityToRecipient(identity) }];
    empty = await createEmptyDatabase();
    fixture = await startDashboardFixture();
    db = fixture.database.db;
    const { siteId, pageIds } = fixture.site;
    await seedChannels(db, { teamId: fixture.owner.teamId, siteId });
    await seedPicture(db, { siteId, pageId: pageIds[0] ?? "", takenAt: NOW, texts: ["recieve"] });
    pictureKey = (await db.picture.findFirstOrThrow()).key;
    await store().put(pictureKey, PICTURE);
    await db.picture.create({
      data: {
        ...{ siteId, pageId: pageIds[0] ?? "", key: makePictureKey(), width: 1, height: 1, bytes: 1, takenAt: NOW },
        ...{ marks: [], sought: [] },
      },
    });
    await db.dictionaryWord.createMany({ data: ODD_TEXTS.map((word) => ({ teamId: fixture.owner.teamId, siteId, word })) });
    await db.site.update({ where: { id: siteId }, data: { name: ODD_TEXTS.join("|"), include: ODD_TEXTS } });
    const keys = deriveSecretKeys({ AUTH_SECRET: "a secret of this test alone, long enough" });
    await saveSignIn(
      { db, keys, now: NOW },
      { teamId: fixture.owner.teamId, siteId, signIn: { kind: "cookies", cookies: "x=1" } },
    );
    await db.reportBrand.create({ data: { teamId: fixture.owner.teamId, name: "B", logo: new Uint8Array([0, 255, 10, 92]) } });
    const written = await writeBackup({
      ...{ databaseUrl: fixture.database.url, place: place(), store: store(), now: NOW },
      lock,
    });
    name = written.name;
    expect(written).toMatchObject({ pictures: 1, missingPictures: 1 });
    expect(written.bytes).toBe((await stat(join(folder, "backups", name))).size);
  });
  afterAll(async () => {
    await empty?.drop();
    await fixture?.close();
    await rm(folder, { recursive: true });
  });

  it("restores every row of every table into an empty database, with pictures, sequences, keys and triggers", async () => {
    const target = await createEmptyDatabase();
    const pictures = createFolderStore(join(folder, "restored"));
    const restored = await restoreBackup({
      ...{ place: place(), name, key, databaseUrl: target.url, store: pictures, overwrite: false },
    });
    const before = await checksums(db);
    const after = await checksums(target.db);
    expect(after).toEqual(before);
    expect(Object.values(before).filter(({ rows }) => rows > 0).length).toBeGreaterThan(15);
    expect(restored).toMatchObject({ rows: sum(before), pictures: 1, migrations: [] });
    const picture = await pictures.get(pictureKey);
    expect(Buffer.from(await new Response(picture?.stream).arrayBuffer()).equals(PICTURE)).toBe(true);
    expect(await rulesOf(target.db)).toEqual(await rulesOf(db));
    const { siteId } = fixture.site;
    const { id: issueId } = await target.db.issue.findFirstOrThrow({ where: { siteId } });
    const newest = await target.db.issueEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    const added = await target.db.issueEvent.create({ data: { siteId, issueId, kind: "fixed" } });
    expect(added.id > newest.id).toBe(true);
    await target.db.site.delete({ where: { id: siteId } });
    expect(await target.db.droppedPicture.count({ where: { key: pictureKey } })).toBe(1);
    await target.drop();
  });

  it("holds one moment: what changes while it is written is in none of its tables", async () => {
    const client = new Client({ connectionString: fixture.database.url });
    await client.connect();
    const seen: BackupManifest[] = [];
    const entries = readDatabase(client, { store: null, startedAt: NOW, onManifest: (manifest) => seen.push(manifest) });
    await entries.next();
    const { id } = await db.site.create({
      data: {
        ...{ teamId: fixture.owner.teamId, name: "Late", startUrl: "https://late.example/" },
        crawlMinute: 1,
        pageLimit: 1,
        nextCrawlAt: NOW,
      },
    });
    for await (const { name: entry, bytes } of entries)
      if (entry.startsWith("tables/Site/")) expect(Buffer.from(bytes).includes("late.example")).toBe(false);
    await client.end();
    await db.site.delete({ where: { id } });
    expect(seen).toMatchObject([{ tables: { Site: { rows: 2 } } }]);
  });

  it("is encrypted: no text of the database is in it, also with a passphrase", async () => {
    const later = new Date(NOW.getTime() + 1_000);
    const byPassphrase = {
      databaseUrl: fixture.database.url,
      place: place(),
      store: null,
      now: later,
      lock: { passphrase: PASSPHRASE },
    };
    const locked = await writeBackup(byPassphrase);
    for (const file of [name, locked.name]) {
      const bytes = await readFile(join(folder, "backups", file));
      expect(bytes.includes("owner@harbour.example")).toBe(false);
      expect(bytes.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n/);
      expect((await stat(join(folder, "backups", file))).mode & 0o077).toBe(0);
    }
    const opened = await checkBackup({ place: place(), name: locked.name, key: { passphrase: PASSPHRASE } });
    expect(opened.tables.Site?.rows).toBe(2);
    const wrong = { place: place(), name: locked.name, key: { passphrase: "another passphrase of this test" } };
    await expect(checkBackup(wrong)).rejects.toThrow("the passphrase is another one");
  });

  it.each([
    ["cut at its end", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["cut in the middle", (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
    [
      "cut at the end of an encrypted chunk",
      (bytes: Buffer) => bytes.subarray(0, bytes.indexOf("\n---") + 48 + 1 + 16 + 65_552),
    ],
    ["changed in one bit", (bytes: Buffer) => flipped(bytes, Math.floor(bytes.length * 0.7))],
    ["changed in its last bit", (bytes: Buffer) => flipped(bytes, bytes.length - 1)],
    ["longer", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("more")])],
  ])("is refused when it is %s, and the database stays empty", async (_what, change) => {
    const spoiled = createFolderPlace(join(folder, "spoiled"));
    await rm(join(folder, "spoiled"), { recursive: true, force: true });
    await spoiled.put(name, streamOf(change(await readFile(join(folder, "backups", name)))));
    const pictures = createFolderStore(join(folder, "spoiled", "pictures"));
    const restoring = restoreBackup({
      ...{ place: spoiled, name, key, databaseUrl: empty.url, store: pictures, overwrite: false },
    });
    await expect(restoring).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/cut short or was changed/),
    });
    expect(sum(await checksums(empty.db))).toBe(0);
    expect(await pictures.get(pictureKey)).toBeNull();
  });

  it("is refused with another key, and under a name that is not there", async () => {
    const stranger = { identities: [await generateX25519Identity()] };
    const stored = { place: place(), name, key };
    await expect(checkBackup({ ...stored, key: stranger })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("none of the keys opens it"),
    });
    await expect(checkBackup({ ...stored, name: "none" })).rejects.toMatchObject({ code: "not-found" });
  });

  it("never replaces data unless told to, and then only if it is whole", async () => {
    const other = await startDashboardFixture();
    const { url } = other.database;
    const wanted = { place: place(), name, key, databaseUrl: url, store: null };
    const before = await checksums(other.database.db);
    await expect(restoreBackup({ ...wanted, overwrite: false })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("has data already"),
    });
    const spoiled = createFolderPlace(join(folder, "spoiled"));
    await spoiled.put(name, streamOf(flipped(await readFile(join(folder, "backups", name)), 5_000)));
    await expect(restoreBackup({ ...wanted, place: spoiled, overwrite: true })).rejects.toMatchObject({ code: "conflict" });
    expect(await checksums(other.database.db)).toEqual(before);
    await restoreBackup({ ...wanted, overwrite: true });
    expect(await checksums(other.database.db)).toEqual(await checksums(db));
    await other.close();
  });

  it("leaves nothing behind when it fails", async () => {
    const elsewhere = join(folder, "failed");
    const broken = { ...store(), get: () => Promise.reject(new Error("The store is down.")) };
    const wanted = { databaseUrl: fixture.database.url, lock, now: NOW };
    await expect(writeBackup({ ...wanted, place: createFolderPlace(elsewhere), store: broken })).rejects.toThrow(
      "store is down",
    );
    expect(await readdir(elsewhere)).toEqual([]);
    const ended = AbortSignal.abort(new Error("The worker stops."));
    const target = createFolderPlace(elsewhere);
    await expect(writeBackup({ ...wanted, place: target, store: null, signal: ended })).rejects.toThrow();
    expect(await readdir(elsewhere)).toEqual([]);
  });
});

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** Creates a database without tables, as an owner who restores has it. */
async function createEmptyDatabase() {
  const { adminUrl, ownerUrl } = inject("postgres");
  const database = `restore_${Math.random().toString(36).slice(2)}`;
  await runSql(adminUrl, `CREATE DATABASE ${database} OWNER "${new URL(ownerUrl).username}"`);
  const url = withDatabase(ownerUrl, database);
  const db = createDatabase(url, 2);
  const drop = async () => {
    await db.$disconnect();
    await runSql(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`);
  };
  return { url, db, drop };
}

type Checksums = Record<string, { rows: number; sum: string }>;

function sum(tables: Checksums): number {
  return Object.values(tables).reduce((all, { rows }) => all + rows, 0);
}

/** Counts the rows of every table and hashes them, in the database itself. */
async function checksums(db: Database): Promise<Checksums> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT relname AS "name" FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1`;
  const found: Checksums = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ rows: number; sum: string }[]>(
      `SELECT count(*)::integer AS "rows", COALESCE(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS "sum" FROM "${name}" AS t`,
    );
    if (row) found[name] = row;
  }
  return found;
}

/** Returns all keys, checks and indexes, and whether triggers run. */
async function rulesOf(db: Database): Promise<unknown> {
  return {
    constraints: await db.$queryRaw`
      SELECT conrelid::regclass::text, conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    indexes: await db.$queryRaw`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
    triggers: await db.$queryRaw`SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
  };
}
