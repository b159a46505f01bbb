import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findBrowser } from "#worker/browser/find-browser.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flawless-path-"));
  vi.stubEnv("PATH", folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function addProgram(name: string, mode = 0o755): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, "#!/bin/sh\n");
  await chmod(path, mode);
  return path;
}

describe("findBrowser", () => {
  it("prefers the configured one", async () => {
    const configured = await addProgram("my-own");
    await addProgram("chromium");
    expect(await findBrowser({ configured })).toBe(configured);
  });

  it("goes on to others where the configured one is not there", async () => {
    await addProgram("chromium");
    expect(await findBrowser({ configured: join(folder, "missing") })).toMatch(/chrom/);
  });
});
