import { execFile } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { unpackPackage } from "./unpack-package.ts";

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

/** Unpacks the package, and writes a script that starts it with its libraries. */
async function unpack(folder: string): Promise<string> {
  const libraries = await unpackPackage(folder, "pgbouncer");
  const program = join(folder, "pgbouncer");
  await writeFile(
    program,
    `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${join(folder, "usr", "sbin", "pgbouncer")}' "$@"\n`,
  );
  await chmod(program, 0o755);
  await run(program, ["--version"]);
  return program;
}
