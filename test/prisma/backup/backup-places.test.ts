import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BackupPlace } from "#prisma/backup/backup-place.ts";
import { openBackupPlace } from "#prisma/backup/open-backup-place.ts";
import { type S3Server, startS3Server } from "#test/prisma/pictures/s3-server.ts";
import { parseStorageSettings } from "#worker/core/settings.ts";

const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "a secret of the tests" };
const MEGABYTE = 1024 * 1024;
let folder: string;
let server: S3Server;
const open = (kind: "folder" | "s3", secretAccessKey = credentials.secretAccessKey): BackupPlace => {
  const place = openBackupPlace(
    parseStorageSettings({
      BACKUP_TO: kind === "s3" ? "s3://backups-of-tests/of/flawless/" : join(folder, "backups"),
      ...{ S3_ENDPOINT: server.url, S3_ACCESS_KEY_ID: credentials.accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
    }),
  );
  if (!place) throw new Error("There is no place.");
  return place;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "places-"));
  server = await startS3Server(credentials);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Yields bytes that tell their place, in chunks that fit no part. */
async function* bytesOf(length: number, failAt = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  const pattern = Buffer.alloc(1_000_003, Buffer.from(Array.from({ length: 253 }, (_, index) => index)));
  for (let at = 0; at < length; at += pattern.length) {
    if (at >= failAt) throw new Error("The database is gone.");
    yield pattern.subarray(0, length - at);
  }
}

describe.each(["folder", "s3"] as const)("backups in the %s", (kind) => {
  it.each([0, 10, 16 * MEGABYTE, 33 * MEGABYTE])("are given back as they were put, with %i bytes", async (length) => {
    const place = open(kind);
    expect(await place.get("whole")).toBeNull();
    expect(await place.put("whole", bytesOf(length))).toBe(length);
    const found = await place.get("whole");
    const expected = await buffer(bytesOf(length));
    expect(found && (await buffer(found)).equals(expected)).toBe(true);
    await place.delete("whole");
    await place.delete("whole");
  });

  it("are all listed, and nothing else", async () => {
    const place = open(kind);
    const names = ["e", "a", "d", "b", "c"];
    for (const name of names) await place.put(name, bytesOf(1));
    server.objects.set("/backups-of-tests/of/flawless-other/x", Buffer.from("x"));
    expect((await place.list()).sort()).toEqual([...names].sort());
    for (const name of names) await place.delete(name);
    expect(await place.list()).toEqual([]);
  });

  it("leave nothing of one that ended in the middle", async () => {
    const place = open(kind);
    await expect(place.put("half", bytesOf(40 * MEGABYTE, 20 * MEGABYTE))).rejects.toThrow("The database is gone.");
    expect(await place.list()).toEqual([]);
    expect(server.uploads.size).toBe(0);
    if (kind === "folder") expect(await readdir(join(folder, "backups"))).toEqual([]);
  });
});

describe("a place that is set wrongly", () => {
  it("says what is wrong when the store refuses", async () => {
    await expect(open("s3", "another secret").list()).rejects.toThrow(/403.*BACKUP_TO.*SignatureDoesNotMatch/s);
  });

  it.each([
    [{ BACKUP_TO: "s3://bucket/x" }, "S3_ENDPOINT"],
    [{ BACKUP_PASSPHRASE: "short" }, "at least 20 characters"],
    [{ BACKUP_RECIPIENT: "AGE-SECRET-KEY-1ABC" }, "begins with age1"],
    [{ BACKUP_KEEP: "7" }, "three numbers"],
  ])("refuses %j", (environment, words) => {
    expect(() => parseStorageSettings(environment)).toThrow(words);
  });
});
