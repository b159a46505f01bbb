import { chmod, chown, lstat, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startNode } from "#test/support/child-process.ts";

const MODULE = pathToFileURL(join(import.meta.dirname, "..", "..", "..", "worker", "launch", "close-state.mjs")).href;
const CLOSE = `const [, script, folder] = process.argv; (await import("${MODULE}")).closeState(folder);`;
const isRoot = process.getuid?.() === 0;

let outer: string;
let state: string;

beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), "flawless-close-"));
  state = join(outer, "state");
});
afterEach(() => rm(outer, { recursive: true }));

async function close(): Promise<void> {
  const script = join(outer, "close.mjs");
  await writeFile(script, CLOSE);
  const child = startNode(script, [state], {});
  expect(await child.exited, child.output()).toBe(0);
}

const modeOf = async (...path: string[]) => (await lstat(join(...path))).mode & 0o7777;

async function openFile(name: string, mode = 0o644): Promise<void> {
  await writeFile(join(state, name), "x");
  await chmod(join(state, name), mode);
}

describe("closeState", () => {
  it("makes the folder so that others cannot list it", async () => {
    await close();
    expect(await modeOf(state)).toBe(isRoot ? 0o711 : 0o700);
  });

  it("closes what an older version left open, at every depth, and leaves programs runnable", async () => {
    await mkdir(join(state, "logs", "old"), { recursive: true });
    for (const folder of ["logs/old", "logs", "."]) await chmod(join(state, folder), 0o777);
    for (const name of ["run.json", "stripe.json", "logs/web.log", "logs/old/web.log"]) await openFile(name, 0o666);
    await openFile("browser", 0o755);
    await close();
    expect(await modeOf(state)).toBe(isRoot ? 0o711 : 0o700);
    for (const name of ["run.json", "stripe.json", "logs/web.log", "logs/old/web.log"])
      expect(await modeOf(state, name)).toBe(0o600);
    for (const name of ["logs", "logs/old", "browser"]) expect(await modeOf(state, name)).toBe(0o700);
  });

  it("changes nothing outside that a link leads to", async () => {
    await mkdir(state);
    await writeFile(join(outer, "other"), "x");
    await chmod(join(outer, "other"), 0o644);
    await symlink(join(outer, "other"), join(state, "link"));
    await symlink(join(outer, "gone"), join(state, "dangling"));
    await close();
    expect(await modeOf(outer, "other")).toBe(0o644);
  });

  it.runIf(isRoot)("leaves PostgreSQL's folder to its user", async () => {
    await mkdir(join(state, "postgres"), { recursive: true });
    await chmod(join(state, "postgres"), 0o750);
    await chown(join(state, "postgres"), 65_534, 65_534);
    await close();
    expect(await modeOf(state, "postgres")).toBe(0o750);
  });
});
