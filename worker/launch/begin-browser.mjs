// Begins to get a browser while npm installs the packages. Plain JavaScript without packages: see run.mjs.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = join(import.meta.dirname, "..", "browser", "program-names.json");
const INSTALL = join(import.meta.dirname, "install-debian-browser.mjs");

/**
 * Installs Debian's browser if this machine has none and this user may install it. Resolves when that has ended, well or not: the command itself
 * then looks for a browser, and tries other ways.
 */
export async function beginBrowser(root) {
  const mayBeThere = process.env.CHROMIUM_PATH !== undefined || existsSync(join(root, ".env")) || hasDownload();
  const names = JSON.parse(readFileSync(NAMES, "utf8"));
  if (mayBeThere || process.getuid?.() !== 0 || !isOnPath("apt-get") || names.some(isOnPath)) return;
  process.stderr.write("Installing Debian's chromium-headless-shell meanwhile …\n");
  const child = spawn(process.execPath, [INSTALL], { stdio: "ignore" });
  await new Promise((done) => child.once("close", done));
}

/** Returns true if Playwright has a Chromium of any version. It leaves an empty folder when a download fails. */
function hasDownload() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("chromium"));
}

function isOnPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(join(folder, name)));
}
