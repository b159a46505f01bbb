import { findBrowser } from "#worker/browser/find-browser.ts";
import type { Terminal } from "../report/terminal.ts";
import { installBrowser } from "./install-browser.ts";
import { given } from "./run-environment.ts";

/** Returns the path of the browser for crawls: the configured one, one on this machine, or one that it installs now. */
export async function findOrInstallBrowser(terminal: Terminal): Promise<string> {
  const found = await findBrowser({ configured: given("CHROMIUM_PATH") });
  return found ?? terminal.step("Getting a browser", () => installBrowser(terminal.say));
}
