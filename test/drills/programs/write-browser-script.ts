import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { requireBrowser } from "#test/support/require-browser.ts";

/**
 * Writes a script that starts the browser with the real clock, and returns its path: Chromium takes all the processor's time under libfaketime, and what it draws
 * does not depend on the hour.
 */
export async function writeBrowserScript(folder: string): Promise<string> {
  const script = join(folder, "browser");
  await writeFile(script, `#!/bin/sh\nunset LD_PRELOAD\nexec '${await requireBrowser()}' "$@"\n`);
  await chmod(script, 0o755);
  return script;
}
