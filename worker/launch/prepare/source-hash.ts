import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const IGNORED = new Set(["node_modules", "generated", "dist", "coverage", "next-env.d.ts"]);

/**
 * One hash over the names and contents of files: of every file under the named folders, and of the named files. What is generated is
 * left out, and so is everything whose name begins with a dot. A name that does not exist is skipped.
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

/** Paths relative to the root, in an order that is the same on every machine. */
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
