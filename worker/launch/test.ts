import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { SETTING_NAMES } from "#worker/core/settings.ts";
import { buildProduct } from "./prepare/build-product.ts";
import { findOrInstallBrowser } from "./prepare/find-or-install-browser.ts";
import { generateClient } from "./prepare/generate-client.ts";
import { runTool } from "./prepare/run-tool.ts";
import { PATHS } from "./project-paths.ts";
import { createTerminal, formatSeconds } from "./report/terminal.ts";
import { type Count, countTests } from "./report/test-results.ts";

const tool = (...path: string[]) => join(PATHS.root, "node_modules", ...path);
const SOURCES = ["app", "worker", "prisma", "emails", "test", "proxy.ts"];

type StaticStep = [name: string, script: string, ...args: string[]];
/** Static checks of the sources, each with its tool and arguments. The two rows run side by side, because each tool uses one processor. */
const TYPE_STEPS: StaticStep[] = [
  ["Types of the routes", PATHS.nextProgram, "typegen"],
  ["Types", tool("typescript", "bin", "tsc"), "--noEmit"],
];
const OTHER_STEPS: StaticStep[] = [
  ["Lint and format", tool("@biomejs", "biome", "bin", "biome"), "ci", "--colors=off"],
  ["Import rules", tool("dependency-cruiser", "bin", "dependency-cruiser.mjs"), "--config", "test/boundaries.cjs", ...SOURCES],
  ["Unused files, exports and packages", tool("knip", "bin", "knip.js"), "--no-progress"],
];

const terminal = createTerminal(process.stdout);
const count: Count = { passed: 0, failed: 0, skipped: 0 };

/** Runs `npm test`: everything, or with `-- <filter>` the tests whose path contains the filter. Vitest's options work too. */
async function test(vitestArgs: string[]): Promise<void> {
  forgetSettings();
  await attempt("A browser", async () => {
    process.env.CHROMIUM_PATH = await findOrInstallBrowser(terminal);
  });
  await attempt("The database client", () => generateClient(terminal));
  await attempt("The product, built", () => buildProduct(terminal));
  if (vitestArgs.length === 0) await checkSources();
  await runTests(vitestArgs);
  if (count.skipped > 0) terminal.say(`${count.skipped} skipped`);
  terminal.say(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed === 0 ? 0 : 1;
}

/** Removes all settings: tests bring their own database, mail server and payments, and must never reach the developer's. */
function forgetSettings(): void {
  for (const name of SETTING_NAMES) if (name !== "CHROMIUM_PATH") delete process.env[name];
  delete process.env.TEST_DATABASE_URL;
  Reflect.deleteProperty(process.env, "NODE_ENV");
  process.env.NEXT_TELEMETRY_DISABLED = "1";
}

async function checkSources(): Promise<void> {
  await Promise.all([TYPE_STEPS, OTHER_STEPS].map(runInTurn));
}

async function runInTurn(steps: readonly StaticStep[]): Promise<void> {
  for (const [name, script, ...args] of steps) {
    await attempt(name, async () => {
      const { code, output } = await runTool(script, args);
      if (code !== 0) throw new Error(output.trim());
    });
  }
}

async function runTests(args: string[]): Promise<void> {
  const report = join(PATHS.state, "test-results.json");
  await mkdir(PATHS.state, { recursive: true });
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runTool(tool("vitest", "vitest.mjs"), ["run", ...reporters, ...args], { show: true });
  if (existsSync(report)) await chmod(report, 0o600);
  const found = countTests(existsSync(report) ? JSON.parse(await readFile(report, "utf8")) : null, code);
  count.passed += found.passed;
  count.failed += found.failed;
  count.skipped += found.skipped;
}

/** Runs a step, prints its duration or its findings, and counts it. */
async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  const startedAt = Date.now();
  try {
    await work();
    count.passed += 1;
    terminal.say(`✓ ${name} (${formatSeconds(Date.now() - startedAt)})`);
  } catch (error) {
    count.failed += 1;
    terminal.say(
      `✗ ${name} (${formatSeconds(Date.now() - startedAt)})\n${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

await test(process.argv.slice(2));
