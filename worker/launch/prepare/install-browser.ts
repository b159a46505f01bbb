import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { findBrowser, OWN_BROWSER } from "#worker/browser/find-browser.ts";
import { DomainError } from "#worker/core/errors.ts";

const run = promisify(execFile);
const MINUTE = 60_000;

/** A package with Chromium in npm's registry, for machines that reach nothing else. */
const PACKAGED_CHROMIUM = "@sparticuz/chromium@153.0.0";

/**
 * Installs a browser and returns its path. Tries Debian's package (as root), whose libraries come with it, Playwright's download, and an npm
 * package with Chromium, each for a bounded time; `report` receives a line for each attempt and its result.
 * @throws DomainError `unavailable` that says what to install, if nothing worked.
 */
export async function installBrowser(report: (line: string) => void): Promise<string> {
  const ways: [string, () => Promise<unknown>][] = [
    ...(await debianWay()),
    ["Downloading Chromium (about 170 MB)", installWithPlaywright],
    ["Getting Chromium from the npm registry (about 70 MB)", installFromNpm],
  ];
  for (const [what, install] of ways) {
    report(`${what} …`);
    const failure = await install().then(() => null, firstLine);
    const path = failure === null ? await findBrowser({}) : null;
    if (path && (await starts(path))) return path;
    report(`That did not work: ${failure ?? "the browser does not start"}`);
  }
  throw new DomainError(
    "unavailable",
    "We found no browser and could not install one. Install Chromium (on Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to Chromium or Chrome.",
  );
}

function installWithPlaywright(): Promise<unknown> {
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
  return run(process.execPath, [cli, "install", "--no-shell", "chromium"], { timeout: 3 * MINUTE });
}

async function debianWay(): Promise<[string, () => Promise<unknown>][]> {
  const hasApt = process.getuid?.() === 0 && (await run("apt-get", ["--version"]).then(isDone, isNotDone));
  return hasApt ? [["Installing Debian's chromium-headless-shell", installWithApt]] : [];
}

function installWithApt(): Promise<unknown> {
  return run(process.execPath, [join(import.meta.dirname, "..", "install-debian-browser.mjs")]);
}

/** The package unpacks its browser into TMPDIR, which is set to our folder so that the browser stays. */
async function installFromNpm(): Promise<void> {
  const folder = resolve(dirname(OWN_BROWSER));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await run("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", PACKAGED_CHROMIUM], { timeout: 5 * MINUTE });
  const unpack = "import('@sparticuz/chromium').then((packed) => packed.default.executablePath())";
  await run(process.execPath, ["--eval", unpack], {
    cwd: folder,
    timeout: 2 * MINUTE,
    env: { ...process.env, TMPDIR: folder },
  });
}

function starts(path: string): Promise<boolean> {
  return run(path, ["--version"], { timeout: MINUTE }).then(isDone, isNotDone);
}

const isDone = () => true;
const isNotDone = () => false;

/** Returns the first line of what a program complained of, without the command. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Command failed: .*\n/, "").split("\n", 1)[0] ?? "";
}
