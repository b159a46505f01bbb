// Installs the packages if node_modules does not match package-lock.json. Plain JavaScript without packages: see run.mjs.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dropUnusedFiles } from "./drop-unused-files.mjs";
import { holdInstallLock } from "./install-lock.mjs";

const PROGRESS_EVERY_MS = 10_000;
const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/;

/**
 * Updates node_modules if needed: the packages that the product needs, and with `development` those of the tests too. One run installs at a time;
 * others wait for it. Throws errors in the user's words.
 */
export async function ensurePackages(root, { development }) {
  if (isCurrent(root, development)) return;
  const lock = await holdInstallLock(root, () => say("Another run is installing the packages. Waiting for it …"));
  try {
    if (!isCurrent(root, development)) await install(root, { development, lock });
  } finally {
    lock.release();
  }
}

/** Installs everything, or adds the packages of the tests to those of the product. An addition that was cut short is not built upon. */
async function install(root, { development, lock }) {
  const adds = development && isCurrent(root, false);
  rmSync(stampPath(root), { force: true });
  if (adds) writeFileSync(unfinishedPath(root), "");
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1_000)} s`;
  say(adds ? "Adding the packages of the tests (about 200 MB, once) …" : "Installing packages (about 700 MB, once) …");
  const progress = setInterval(() => say(`  still installing, ${seconds()}`), PROGRESS_EVERY_MS);
  try {
    await runNpm(root, lock, [
      adds ? "install" : "ci",
      ...(adds ? ["--no-save"] : []),
      development ? "--include=dev" : "--omit=dev",
    ]);
    await dropUnusedFiles(join(root, "node_modules"));
  } finally {
    clearInterval(progress);
  }
  rmSync(unfinishedPath(root), { force: true });
  writeFileSync(stampPath(root), stampOf(root, development));
  say(`Installed packages in ${seconds()}.`);
}

/** Runs npm. NODE_ENV does not change what it installs. */
function runNpm(root, lock, command) {
  const script = process.env.npm_execpath ?? "";
  const [program, first] = script.endsWith("npm-cli.js") && existsSync(script) ? [process.execPath, [script]] : ["npm", []];
  const args = [...first, ...command, "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    lock.nameInstaller(child.pid);
    const stop = () => child.kill("SIGTERM");
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.once(signal, stop);
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
      process.stderr.write(chunk);
    });
    child.once("error", () => fail(new Error("npm was not found: it comes with Node, see nodejs.org.")));
    child.once("close", (code) => {
      for (const signal of signals) process.off(signal, stop);
      if (code === 0) done(undefined);
      else if (code === null) fail(new Error("Installing was interrupted; the next run begins it again."));
      else fail(new Error(`npm could not install the packages (exit code ${code}). ${adviceFor(complaint)}`));
    });
  });
}

function adviceFor(complaint) {
  if (NO_NETWORK.test(complaint))
    return "npm could not reach the package registry. Check the network, or npm's proxy settings.";
  if (/ENOSPC/.test(complaint)) return "The disk is full. Free about 1.5 GB.";
  if (/EACCES|EPERM/.test(complaint)) return "You may not write to the project's folder. Change its owner or permissions.";
  return "See npm's message above.";
}

function isCurrent(root, development) {
  const stamp = stampPath(root);
  const stamps = [stampOf(root, true), ...(development ? [] : [stampOf(root, false)])];
  if (existsSync(stamp) && stamps.includes(readFileSync(stamp, "utf8"))) return true;
  if (existsSync(unfinishedPath(root)) || !matchesLock(root, development)) return false;
  writeFileSync(stamp, stampOf(root, development));
  return true;
}

/** Returns true if npm has finished installing exactly these versions, perhaps by `npm install`. npm writes its own record last. */
function matchesLock(root, development) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readJson(join(root, "package-lock.json")).packages;
  const installed = readJson(record).packages;
  const missing = Object.entries(wanted).filter(([path, { version, dev, optional, devOptional, link }]) => {
    if (path === "" || link) return false;
    const found = installed[path];
    return found ? found.version !== version : !(optional || devOptional || (dev && !development));
  });
  return missing.length === 0 && Object.keys(installed).every((path) => wanted[path]);
}

function stampOf(root, development) {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const name of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(root, name)));
  return `${hash.digest("hex")} ${development ? "with" : "without"} development`;
}

function stampPath(root) {
  return join(root, "node_modules", ".flawless-stamp");
}

/** Exists while packages are added to those that are there. `npm ci` deletes it with the folder. */
function unfinishedPath(root) {
  return join(root, "node_modules", ".flawless-unfinished");
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
