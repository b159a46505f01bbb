import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashSources } from "#worker/launch/prepare/source-hash.ts";

let root: string;
const hash = () => hashSources(root, ["app", "proxy.ts", "absent"]);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "flawless-sources-"));
  await mkdir(join(root, "app", "inner"), { recursive: true });
  await writeFile(join(root, "app", "inner", "page.tsx"), "one");
  await writeFile(join(root, "proxy.ts"), "two");
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe("hashSources", () => {
  it("stays the same while nothing changes", async () => {
    expect(await hash()).toBe(await hash());
  });

  it.each<[string, () => Promise<unknown>]>([
    ["a file's content", () => writeFile(join(root, "app", "inner", "page.tsx"), "ones")],
    ["a named file's content", () => writeFile(join(root, "proxy.ts"), "twos")],
    ["a file's name", () => rename(join(root, "app", "inner", "page.tsx"), join(root, "app", "inner", "other.tsx"))],
    ["an added file", () => writeFile(join(root, "app", "new.tsx"), "")],
    ["a removed file", () => rm(join(root, "proxy.ts"))],
  ])("changes with %s", async (_what, change) => {
    const before = await hash();
    await change();
    expect(await hash()).not.toBe(before);
  });

  it("leaves out what is generated, hidden, or not named", async () => {
    const before = await hash();
    await mkdir(join(root, "app", "generated"));
    await writeFile(join(root, "app", "generated", "client.ts"), "made");
    await writeFile(join(root, "app", ".hidden"), "x");
    await writeFile(join(root, "README.md"), "x");
    expect(await hash()).toBe(before);
  });
});
