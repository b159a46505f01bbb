import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { countTests } from "#worker/launch/report/test-results.ts";
import { findPgBouncer } from "./programs/find-pgbouncer.ts";

/**
 * Runs the tests of the database with PgBouncer in transaction mode before a PostgreSQL in another time zone: what goes through DATABASE_URL goes through
 * it, the queue and migrations directly. Ends with 1 if a test fails: node test/drills/pgbouncer.ts [parts of paths of tests]
 */
const HERE = resolve(import.meta.dirname, "..", "..");
/** The tests say if it works, not how fast a loaded machine is. */
const PATIENCE_MS = 300_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

function runTests(program: string, report: string): Promise<number> {
  const vitest = join(HERE, "node_modules", "vitest", "vitest.mjs");
  const args = [
    "run",
    "--project",
    "db",
    `--testTimeout=${PATIENCE_MS}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const child = spawn(process.execPath, [vitest, ...args, ...process.argv.slice(2)], {
    cwd: HERE,
    env: { ...process.env, TEST_PGBOUNCER: program, TEST_DATABASE_URL: "" },
    stdio: "inherit",
  });
  return new Promise((done) => child.once("close", (code) => done(code ?? 1)));
}

const folder = await mkdtemp(join(tmpdir(), "flawless-pgbouncer-"));
// PgBouncer does not run as root, so its user must be able to enter.
await chmod(folder, 0o755);
try {
  const program = await findPgBouncer(folder);
  const report = join(folder, "results.json");
  const code = await runTests(program, report);
  const { passed, failed, skipped } = countTests(JSON.parse(await readFile(report, "utf8")), code);
  say(`Through PgBouncer (${program}): ${passed} passed, ${failed} failed, ${skipped} skipped.`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
