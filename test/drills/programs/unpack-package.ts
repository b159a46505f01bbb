import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Unpacks a package of Debian, with those of its libraries that are not part of every Debian, into `folder`, and installs it nowhere. Returns the folder of the
 * libraries. @throws when the package cannot be had
 */
export async function unpackPackage(folder: string, name: string): Promise<string> {
  const wanted = [name, ...(await findLibraries(name))];
  await run("apt-get", ["download", ...wanted], { cwd: folder });
  const packages = (await readdir(folder)).filter((file) => file.endsWith(".deb"));
  for (const file of packages) await run("dpkg", ["-x", join(folder, file), folder]);
  const { stdout: architecture } = await run("dpkg-architecture", ["-qDEB_HOST_MULTIARCH"]).catch(() => ({ stdout: "" }));
  return join(folder, "usr", "lib", architecture.trim() || "x86_64-linux-gnu");
}

/** Returns the libraries of a package, with those of its libraries, but not the C library, which must be the machine's. */
async function findLibraries(name: string): Promise<string[]> {
  const kinds = ["recommends", "suggests", "conflicts", "breaks", "replaces", "enhances"].map((kind) => `--no-${kind}`);
  const { stdout } = await run("apt-cache", ["depends", "--recurse", ...kinds, name]);
  const names = [...stdout.matchAll(/^(lib[a-z0-9.+-]+)$/gm)].map(([, library = ""]) => library);
  return names.filter((library) => !["libc6", name].includes(library));
}
