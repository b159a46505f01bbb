import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startNode } from "#test/support/child-process.ts";

const MODULE = join(import.meta.dirname, "..", "..", "..", "worker", "launch", "begin-browser.mjs");

/** A machine whose only programs lie in this folder, which is the user's home and the project's folder, too. */
let machine: string;
beforeEach(async () => {
  machine = await mkdtemp(join(tmpdir(), "flawless-machine-"));
  await addProgram("apt-get", `echo "$@" >> ${machine}/calls`);
  await writeFile(
    join(machine, "run.mjs"),
    // Other users than root must not change the machine; whoever runs this test counts as root here.
    `import { beginBrowser } from ${JSON.stringify(MODULE)};
    process.getuid = () => Number(process.argv[2]);
    await beginBrowser(import.meta.dirname);`,
  );
});
afterEach(() => rm(machine, { recursive: true, force: true }));

async function addProgram(name: string, script = "") {
  await writeFile(join(machine, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(machine, name), 0o755);
}

async function begin({ uid = 0, environment = {} }: { uid?: number; environment?: Record<string, string> } = {}) {
  const run = startNode(join(machine, "run.mjs"), [String(uid)], { PATH: machine, HOME: machine, ...environment });
  return { code: await run.exited, output: run.output(), stdout: run.output("stdout") };
}

const calls = async () => (await readFile(join(machine, "calls"), "utf8").catch(() => "")).split("\n").filter(Boolean);

describe("beginBrowser", () => {
  it("installs Debian's browser where root has none", async () => {
    const done = await begin({ environment: { PLAYWRIGHT_BROWSERS_PATH: machine } });
    expect(done).toMatchObject({ code: 0, stdout: "", output: expect.stringContaining("chromium-headless-shell") });
    expect(await calls()).toEqual([
      expect.stringMatching(/ update -q$/),
      expect.stringMatching(/ install -qy --no-install-recommends chromium-headless-shell$/),
    ]);
  });

  it("leaves it to the command to try other ways when apt-get fails", async () => {
    await addProgram("apt-get", `echo "$@" >> ${machine}/calls; exit 100`);
    expect(await begin()).toMatchObject({ code: 0 });
    expect(await calls()).toHaveLength(1);
  });

  it.each<[string, () => Promise<Parameters<typeof begin>[0]>]>([
    ["somebody else than root runs it", async () => ({ uid: 1000 })],
    ["there is a browser", async () => void (await addProgram("google-chrome"))],
    ["a browser is configured", async () => ({ environment: { CHROMIUM_PATH: "/opt/chromium" } })],
    ["a file of settings may name one", () => writeFile(join(machine, ".env"), "").then(() => ({}))],
    [
      "Playwright has one",
      () => mkdir(join(machine, "chromium-1200")).then(() => ({ environment: { PLAYWRIGHT_BROWSERS_PATH: machine } })),
    ],
    ["there is no apt-get", () => rm(join(machine, "apt-get")).then(() => ({}))],
  ])("does nothing if %s", async (_, arrange) => {
    expect(await begin(await arrange())).toEqual({ code: 0, output: "", stdout: "" });
    expect(await calls()).toEqual([]);
  });
});
