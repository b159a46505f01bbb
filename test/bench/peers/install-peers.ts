import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Installs the programs that benchmarks compare with, outside the product, once per version of peers/package.json. Returns a
 * function that gives a package's import address.
 */
export async function installPeers(): Promise<(name: string) => string> {
  const wanted = await readFile(join(import.meta.dirname, "package.json"), "utf8");
  const folder = join(tmpdir(), `flawless-bench-peers-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}`);
  const finished = join(folder, "installed");
  const isInstalled = await access(finished).then(
    () => true,
    () => false,
  );
  if (!isInstalled) {
    process.stderr.write(`Installing what is compared with into ${folder}\n`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), wanted);
    await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder });
    await writeFile(finished, "");
  }
  const { resolve } = createRequire(join(folder, "package.json"));
  return (name) => pathToFileURL(resolve(name)).href;
}
