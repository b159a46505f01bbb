import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { z } from "zod";
import { CHECK_PACKAGES } from "#worker/core/checks/checks-version.ts";

const MANIFEST = z.object({ version: z.string() });

/**
 * Reads the installed versions of the packages that the text checks use.
 * @throws if one is not installed
 */
export function checkPackageVersions(): Record<(typeof CHECK_PACKAGES)[number], string> {
  const versionOf = (name: string) => {
    const manifest = findPackageJSON(name, import.meta.url);
    if (!manifest) throw new Error(`The package ${name} is not installed.`);
    return MANIFEST.parse(JSON.parse(readFileSync(manifest, "utf8"))).version;
  };
  const versions = Object.fromEntries(CHECK_PACKAGES.map((name) => [name, versionOf(name)]));
  return VERSIONS.parse(versions);
}

const VERSIONS = z.record(z.enum(CHECK_PACKAGES), z.string());
