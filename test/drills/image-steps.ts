import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { buildImage } from "./image/build-image.ts";
import { checkProduct } from "./image/check-product.ts";
import { readContextFilter } from "./image/copy-context.ts";
import { lookIntoImage } from "./image/look-into-image.ts";

/**
 * Checks the container image where there is no container engine: runs the steps of the Containerfile in a folder that starts as an empty Debian, looks into
 * what came out, and runs migration, web and worker from it. Needs root, debootstrap and 5 GB of disk: node test/drills/image-steps.ts
 */
const HERE = resolve(import.meta.dirname, "..", "..");
const FILE = join(HERE, "worker/deploy/container/Containerfile");
const run = promisify(execFile);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function requireTools(): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error("Run this drill as root: it makes a Debian in a folder and enters it.");
  for (const tool of ["debootstrap", "unshare"])
    await run(tool, ["--version"]).catch(() => {
      throw new Error(`${tool} is not installed: apt-get install debootstrap util-linux.`);
    });
}

const folder = await mkdtemp(join(tmpdir(), "flawless-image-"));
try {
  await requireTools();
  const image = await buildImage({
    text: await readFile(FILE, "utf8"),
    context: HERE,
    allows: await readContextFilter(`${FILE}.dockerignore`),
    folder,
    say,
  });
  const faults = [...(await lookIntoImage(image.root, say)), ...(await checkProduct(image, say))];
  for (const fault of faults) say(`FAULT ${fault}`);
  say(faults.length === 0 ? "The image builds, starts and works." : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
