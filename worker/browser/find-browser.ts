import { access, constants } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { chromium } from "playwright";
import programNames from "./program-names.json" with { type: "json" };

/** The path at which `installBrowser` puts a browser, relative to the project's folder. */
export const OWN_BROWSER = join(".flawless", "browser", "chromium");

/**
 * Finds the browser to use; null if there is none. In order: the configured one, Playwright's own, the one that `installBrowser` put here,
 * the first of the usual names on the PATH.
 */
export async function findBrowser({ configured }: { configured?: string | undefined }): Promise<string | null> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [configured, chromium.executablePath(), resolve(OWN_BROWSER), ...onPath];
  for (const candidate of candidates) if (candidate && (await isExecutable(candidate))) return candidate;
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
