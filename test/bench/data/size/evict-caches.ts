import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { EmbeddedPostgres } from "#prisma/embedded-postgres.ts";

/** Smaller files are catalogs, which any running server has in memory. */
const SMALLEST = 1_000_000;
const AT_ONCE = 50;

/** Restarts the server and drops its files from the operating system's cache, so that the next query reads the disk. Linux with GNU dd only. */
export async function evictCaches(server: EmbeddedPostgres): Promise<void> {
  await server.restart("fast");
  const folder = join(server.folder, "data", "base");
  const files: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && (await stat(join(entry.parentPath, entry.name))).size >= SMALLEST)
      files.push(join(entry.parentPath, entry.name));
  for (let at = 0; at < files.length; at += AT_ONCE)
    await Promise.all(
      files
        .slice(at, at + AT_ONCE)
        .map((file) => promisify(execFile)("dd", [`if=${file}`, "iflag=nocache", "count=0", "status=none"])),
    );
}
