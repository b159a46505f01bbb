import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createBinaryModuleFromUrl, LocalLinter } from "harper.js";
import { slimBinary } from "harper.js/slimBinary";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseHarperBinary } from "#worker/threads/check/choose-harper-binary.ts";

/** Loading Harper takes seconds of processor time, and a loaded machine has little. */
const PATIENCE_MS = 180_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flawless-harper-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("chooseHarperBinary", () => {
  it("keeps the binary of an ordinary folder", async () => {
    const binary = createBinaryModuleFromUrl("file:///srv/flawless/harper.wasm", "slim");
    expect(await chooseHarperBinary(binary)).toBe(binary);
  });

  it(
    "loads the binary of a folder with spaces and umlauts",
    async () => {
      const odd = join(folder, "Meine Programme für alle");
      await mkdir(odd);
      await copyFile(fileURLToPath(slimBinary.url), join(odd, "harper.wasm"));
      const chosen = await chooseHarperBinary(createBinaryModuleFromUrl(pathToFileURL(join(odd, "harper.wasm")).href, "slim"));
      const linter = new LocalLinter({ binary: chosen });
      await linter.setup();
      expect(await linter.lint("This is an test.")).not.toEqual([]);
    },
    PATIENCE_MS,
  );
});
