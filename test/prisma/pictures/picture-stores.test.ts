import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFolderStore } from "#prisma/pictures/folder-store.ts";
import { openPictureStore } from "#prisma/pictures/open-picture-store.ts";
import { makePdfKey, makePictureKey, type PictureStore, typeOfKey } from "#prisma/pictures/picture-store.ts";
import { createS3Store } from "#prisma/pictures/s3-store.ts";
import { parseSettings } from "#worker/core/settings.ts";
import { type S3Server, startS3Server } from "./s3-server.ts";

const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "a secret of the tests" };
const bucket = { bucket: "pictures-of-tests", region: "eu-central-1", ...credentials };
let folder: string;
let server: S3Server;
let stores: Record<"folder" | "s3", PictureStore>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  server = await startS3Server(credentials);
  stores = { folder: createFolderStore(folder), s3: createS3Store({ endpoint: `${server.url}/`, ...bucket }) };
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe.each(["folder", "s3"] as const)("the %s store", (name) => {
  it("gives back what was put, until it is deleted", async () => {
    const store = stores[name];
    const key = makePictureKey();
    const picture = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
    expect(await store.get(key)).toBeNull();
    await store.put(key, picture);
    const found = await store.get(key);
    expect(found?.bytes).toBe(picture.length);
    expect(found && (await buffer(found.stream)).equals(picture)).toBe(true);
    await store.delete(key);
    expect(await store.get(key)).toBeNull();
    await store.delete(key);
  });

  it("keeps a PDF beside the pictures", async () => {
    const key = makePdfKey();
    await stores[name].put(key, new Uint8Array(3));
    expect((await stores[name].get(key))?.bytes).toBe(3);
    expect([typeOfKey(key), typeOfKey(makePictureKey())]).toEqual(["application/pdf", "image/webp"]);
  });

  it.each([
    `${"a".repeat(32)}.html`,
    `${"a".repeat(32)}.pdf.webp`,
    "a.pdf",
    "",
    "../../etc/passwd",
    "a".repeat(31),
    `${"a".repeat(32)}/..`,
    "A".repeat(32),
  ])("refuses the name %j", async (key) => {
    const store = stores[name];
    await expect((async () => store.put(key, new Uint8Array(1)))()).rejects.toThrow("not the name");
    await expect((async () => store.get(key))()).rejects.toThrow("not the name");
    await expect((async () => store.delete(key))()).rejects.toThrow("not the name");
  });
});

describe("the folder store", () => {
  it("writes files that only this user reads, and leaves none behind half written", async () => {
    const key = makePictureKey();
    await stores.folder.put(key, new Uint8Array(10));
    const inside = join(folder, key.slice(0, 2));
    expect(await readdir(inside)).toContain(`${key}.webp`);
    expect((await stat(join(inside, `${key}.webp`))).mode & 0o077).toBe(0);
    expect((await readdir(inside)).filter((file) => file.endsWith(".new"))).toEqual([]);
  });
});

describe("the S3 store", () => {
  it("puts pictures below pictures/ in the bucket", async () => {
    const key = makePictureKey();
    await stores.s3.put(key, new Uint8Array(10));
    expect([...server.objects.keys()]).toContain(`/pictures-of-tests/pictures/${key.slice(0, 2)}/${key}.webp`);
  });

  it("says what is wrong when the store refuses", async () => {
    const stranger = createS3Store({ endpoint: server.url, ...bucket, secretAccessKey: "another secret" });
    const key = makePictureKey();
    await expect(stranger.put(key, new Uint8Array(10))).rejects.toThrow(/403.*S3_.*SignatureDoesNotMatch/s);
    await expect(stranger.get(key)).rejects.toThrow("403");
    await expect(stranger.delete(key)).rejects.toThrow("403");
  });

  it("repeats a request that the store was too busy for", async () => {
    const key = makePictureKey();
    server.failures.push(503);
    await stores.s3.put(key, new Uint8Array(10));
    expect((await stores.s3.get(key))?.bytes).toBe(10);
  });
});

describe("openPictureStore", () => {
  const needed = { DATABASE_URL: "postgresql://localhost/x", APP_URL: "http://localhost", AUTH_SECRET: "x".repeat(32) };
  const s3 = { S3_ENDPOINT: "http://127.0.0.1:1", S3_BUCKET: "b-1", S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "s" };

  it("opens the folder of the settings, or the bucket", async () => {
    const key = makePictureKey();
    await openPictureStore(parseSettings({ ...needed, PICTURES_DIR: folder })).put(key, new Uint8Array(3));
    expect((await stores.folder.get(key))?.bytes).toBe(3);
    const settings = parseSettings({ ...needed, ...s3, S3_ENDPOINT: server.url, S3_ACCESS_KEY_ID: credentials.accessKeyId });
    await openPictureStore({ ...settings, S3_SECRET_ACCESS_KEY: credentials.secretAccessKey }).put(key, new Uint8Array(4));
    expect([...server.objects.keys()]).toContain(`/b-1/pictures/${key.slice(0, 2)}/${key}.webp`);
  });

  it.each(Object.keys(s3))("needs %s when the others are set", (missing) => {
    const rest = Object.fromEntries(Object.entries(s3).filter(([name]) => name !== missing));
    expect(() => parseSettings({ ...needed, ...rest })).toThrow("To keep pictures in a bucket, set all of");
  });
});
