import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSecretKeys } from "#worker/launch/prepare/read-secret-keys.ts";

const KEY = "AGE-SECRET-KEY-1EXAMPLE";
const nothing = Readable.from([]);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "secret-keys-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("readSecretKeys", () => {
  it("reads the keys of a file, and leaves its comments out", async () => {
    const path = join(folder, "key.txt");
    await writeFile(path, `# created: 2026-11-30\r\n# public key: age1example\r\n${KEY}\r\n`);
    expect(await readSecretKeys(path, nothing)).toEqual([KEY]);
  });

  it("reads them from standard input, which the user of the service need not be allowed to open", async () => {
    expect(await readSecretKeys("-", Readable.from([`${KEY}\n`]))).toEqual([KEY]);
  });

  it("says which file cannot be read, or holds no key", async () => {
    const path = join(folder, "public.txt");
    await writeFile(path, "age1example\n");
    await expect(readSecretKeys(path, nothing)).rejects.toThrow(`${path} holds no line that begins with AGE-SECRET-KEY-.`);
    await expect(readSecretKeys("-", nothing)).rejects.toThrow("Standard input holds no line");
    await expect(readSecretKeys(join(folder, "missing.txt"), nothing)).rejects.toThrow(/cannot be read: .*missing\.txt/);
  });
});
