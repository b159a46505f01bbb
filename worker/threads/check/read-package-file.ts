import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

/**
 * A text file of an installed package; what ends in .gz is unpacked. Waits for the disk: for threads that have nothing else to do.
 *
 * @throws when the package is not installed or has no such file
 */
export function readPackageFile(name: string, path: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  const bytes = readFileSync(new URL(path, pathToFileURL(manifest)));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
