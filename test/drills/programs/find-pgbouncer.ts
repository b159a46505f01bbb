import { execFile } from "node:child_process";
import { chmod, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const INSTALLED = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"];
const ADVICE = "Install pgbouncer, or name its program: PGBOUNCER=/path/to/pgbouncer.";

/**
 * Returns a program of PgBouncer: that of PGBOUNCER, the installed one, or Debian's package with its libraries, unpacked into `folder` and installed
 * nowhere. @throws when there is none
 */
export async function findPgBouncer(folder: string): Promise<string> {
  for (const program of process.env.PGBOUNCER ? [process.env.PGBOUNCER] : INSTALLED) {
    if (await isProgram(program)) return program;
    if (process.env.PGBOUNCER) throw new Error(`PGBOUNCER names ${program}, which does not run. ${ADVICE}`);
  }
  try {
    return await unpack(folder);
  } catch (cause) {
    throw new Error(`PgBouncer is not installed, and Debian's package cannot be had: ${cause}. ${ADVICE}`, { cause });
  }
}

async function isProgram(program: string): Promise<boolean> {
  return run(program, ["--version"]).then(
    () => true,
    () => false,
  );
}

/** Unpacks the package and those of its libraries that are not part of every Debian. */
async function unpack(folder: string): Promise<string> {
  const { stdout } = await run("apt-cache", ["depends", "--no-recommends", "--no-suggests", "pgbouncer"]);
  const libraries = [...stdout.matchAll(/^ +Depends: (lib[a-z0-9.+-]+)$/gm)].map(([, name = ""]) => name);
  const wanted = ["pgbouncer", ...libraries.filter((name) => name !== "libc6")];
  await run("apt-get", ["download", ...wanted], { cwd: folder });
  const packages = (await readdir(folder)).filter((name) => name.endsWith(".deb"));
  for (const name of packages) await run("dpkg", ["-x", join(folder, name), folder]);
  const { stdout: architecture } = await run("dpkg-architecture", ["-qDEB_HOST_MULTIARCH"]).catch(() => ({ stdout: "" }));
  const libraryFolder = join(folder, "usr", "lib", architecture.trim() || "x86_64-linux-gnu");
  const program = join(folder, "pgbouncer");
  await writeFile(
    program,
    `#!/bin/sh\nLD_LIBRARY_PATH='${libraryFolder}' exec '${join(folder, "usr", "sbin", "pgbouncer")}' "$@"\n`,
  );
  await chmod(program, 0o755);
  await run(program, ["--version"]);
  return program;
}
