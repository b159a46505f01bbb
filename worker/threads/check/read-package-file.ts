import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

/**
 * Reads a text file of an installed package, and decompresses one that ends in .gz. It is synchronous, so for threads without other work only.
 * @throws if the package is not installed or has no such file
 */
export function readPackageFile(name: string, path: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  const bytes = readFileSync(new URL(path, pathToFileURL(manifest)));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
