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
  const wanted = new Set([name]);
  for (const found of wanted) for (const library of await findLibraries(found)) wanted.add(library);
  await run("apt-get", ["download", ...wanted], { cwd: folder });
  const packages = (await readdir(folder)).filter((file) => file.endsWith(".deb"));
  for (const file of packages) await run("dpkg", ["-x", join(folder, file), folder]);
  const { stdout: architecture } = await run("dpkg-architecture", ["-qDEB_HOST_MULTIARCH"]).catch(() => ({ stdout: "" }));
  return join(folder, "usr", "lib", architecture.trim() || "x86_64-linux-gnu");
}

async function findLibraries(name: string): Promise<string[]> {
  const { stdout } = await run("apt-cache", ["depends", "--no-recommends", "--no-suggests", name]);
  const names = [...stdout.matchAll(/^ +Depends: (lib[a-z0-9.+-]+)$/gm)].map(([, library = ""]) => library);
  return names.filter((library) => library !== "libc6");
}
