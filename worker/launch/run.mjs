// The first step of `npm start`, `npm test` and the other commands of package.json. It runs before anything is installed and under any Node
// (20 or newer), so it is plain JavaScript without packages. It installs what is missing and goes on under the project's own Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beginBrowser } from "./begin-browser.mjs";
import { closeState } from "./close-state.mjs";
import { ensurePackages } from "./ensure-packages.mjs";

const COMMANDS = [
  ...["start", "test", "dev", "check", "build", "migrate", "migration", "email", "screens"],
  ...["backup", "restore", "restore-deleted", "wind-down"],
];
/** Commands that need the packages of the tests. */
const DEVELOPMENT = ["test", "screens"];
/** Commands that need a browser. */
const BROWSING = ["start", "test", "dev", "check", "build", "screens"];
const OLDEST_NODE = 20;
/** The project's own Node, in the same major version as the packages that bring it. */
const OWN_NODE = 24;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

const root = fileURLToPath(new URL("../..", import.meta.url));
const [command, ...args] = process.argv.slice(2);

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // 2 is "could not run" in `npm run check`; 1 would mean that it found issues.
  process.exitCode = command === "check" ? 2 : 1;
}

async function main() {
  if (!COMMANDS.includes(command ?? "")) throw new Error(`Usage: node worker/launch/run.mjs ${COMMANDS.join("|")} [arguments]`);
  const [major] = process.versions.node.split(".");
  if (Number(major) < OLDEST_NODE) {
    throw new Error(
      `Flawless needs Node ${OLDEST_NODE} or newer to set itself up; this is ${process.versions.node}. See nodejs.org.`,
    );
  }
  stopWhenNpmDies();
  for (const folder of [".flawless", process.env.FLAWLESS_STATE]) if (folder) closeState(resolve(root, folder));
  // npm leaves a core and most of the network to others. Without packages the browser is not known to be there either.
  const browser = BROWSING.includes(command) && !existsSync(join(root, "node_modules")) ? beginBrowser(root) : undefined;
  await ensurePackages(root, { development: DEVELOPMENT.includes(command) });
  await browser;
  const programs = join(root, "node_modules", ".bin");
  const own = join(programs, process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(own)) return runUnder(own, programs);
  if (Number(major) === OWN_NODE) return runUnder(process.execPath, programs);
  throw new Error(
    `npm has no Node ${OWN_NODE} for ${process.platform}-${process.arch}, and this is ${process.versions.node}. Install Node ${OWN_NODE} ` +
      "from nodejs.org and try again.",
  );
}

/** Runs the command under the project's Node, forwards signals, and returns its exit code. */
function runUnder(node, programs) {
  const PATH = `${programs}${delimiter}${process.env.PATH ?? ""}`;
  const script = join(root, "worker", "launch", `${command}.ts`);
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", script, ...args], {
    cwd: root,
    // Each DNS lookup occupies a thread for as long as a slow resolver takes; the default of four threads would delay the link check.
    env: { UV_THREADPOOL_SIZE: "16", ...process.env, PATH },
    // The channel closes if this process is killed, which tells the command to stop.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code, signal) => done(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

/**
 * Stops this process when its parent changes, because an npm that is killed forwards no signal. (package.json says `exec node …` because some
 * shells would otherwise stay in between and swallow npm's signals.)
 */
function stopWhenNpmDies() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 1_000);
  timer.unref();
}
