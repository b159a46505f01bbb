import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const IGNORED = new Set(["node_modules", "generated", "dist", "coverage", "next-env.d.ts"]);

/**
 * Hashes the names and contents of the named files and of all files in the named folders. Leaves out generated files and names that begin with a
 * dot, and skips names that do not exist.
 */
export async function hashSources(root: string, names: string[]): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const name of names.toSorted()) {
    for (const path of await listFiles(root, name)) {
      hash.update(`\0${path}\0`).update(await readFile(join(root, path)));
    }
  }
  return hash.digest("hex");
}

/** Returns paths relative to the root, in the same order on every machine. */
async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return null;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries === null) return [folder];
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || IGNORED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await listFiles(root, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}
