import { existsSync } from "node:fs";
import { cp, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { type Account, run } from "./embedded-postgres-account.ts";
import { openReachable } from "./embedded-postgres-home.ts";

/** Paths of PostgreSQL's programs. */
export type Binaries = { initdb: string; pgCtl: string };

const ADVICE = "Install PostgreSQL and set DATABASE_URL to a database on it.";

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Returns PostgreSQL's programs for this machine, from the package that npm installed for it. If the user may not run them
 * there, copies them once to a folder where it may.
 * @throws when there is no package for this machine
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const native = findNativeFolder();
  await restoreSymlinks(native);
  const inPlace = await run(account, join(native, "bin", "postgres"), ["--version"]);
  const usable = inPlace.code === 0 ? native : await copyOnce(native, account);
  return { initdb: join(usable, "bin", "initdb"), pgCtl: join(usable, "bin", "pg_ctl") };
}

function findNativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(entry)), "native");
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. ${ADVICE}`, { cause });
  }
}

/**
 * Creates the symbolic links that npm packages cannot contain. The package's install script does the same, but `npm ci
 * --ignore-scripts` skips it.
 */
async function restoreSymlinks(native: string): Promise<void> {
  const links = symlinksSchema.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) await symlink(basename(source), path);
  }
}

/**
 * Copies the programs to a folder named after the package version, so that an update is copied again. A rename at the end keeps
 * an interrupted copy from being used.
 */
async function copyOnce(native: string, account: Account | null): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(dirname(native), "package.json"), "utf8")));
  const copy = join(await openReachable(native), `programs-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  if (account) await run(null, "chown", ["-R", `${account.uid}:${account.gid}`, partial]);
  const copied = await run(account, join(partial, "bin", "postgres"), ["--version"]);
  if (copied.code !== 0)
    throw new Error(`The embedded PostgreSQL does not run on this machine: ${copied.output.trim()}. ${ADVICE}`);
  await rename(partial, copy);
  return copy;
}
