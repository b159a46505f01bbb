// Deletes files of packages that nothing here reads. Plain JavaScript without packages: see run.mjs.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Folders within node_modules that are deleted whole, each with the reason. */
const FOLDERS = [
  // Headers and manuals of Node; only the program runs.
  /^node-[a-z0-9-]+\/(?:include|share)$/,
  // The viewer of recordings, which we never make.
  /^playwright-core\/lib\/vite$/,
  // Sources and the second module format; Prisma loads the CommonJS build.
  /^effect\/(?:src|dist\/(?:esm|dts))$/,
  /^fast-check\/lib\/esm$/,
  /^next\/dist\/docs$/,
  // The second module format of the icons.
  /^lucide-react\/dist\/(?:cjs|umd)$/,
  // Resizes pictures for next/image, which no page uses (next.config.ts turns it off).
  /^@img\/sharp-/,
];

/** Files that are deleted, each with the reason. */
const FILES = [
  // For debuggers. The product's own maps are made by its build.
  /\.map$/,
  // Query compilers for other databases, and smaller ones that are slower.
  /^@prisma\/client\/runtime\/query_compiler_(?:[a-z]+_bg\.(?:sqlserver|mysql|sqlite|cockroachdb)\.|small)/,
  // The full build of Harper; the slim one is used.
  /^harper\.js\/dist\/(?:binaryInlined\.js|harper_wasm_bg\.wasm)$/,
  // React's and Next's experimental builds, which this configuration does not choose.
  /^next\/dist\/compiled\/next-server\/[a-z-]+-experimental\.runtime\.(?:dev|prod)\.js$/,
];

/** Deletes what no command needs from a fresh node_modules: a third of its bytes. */
export async function dropUnusedFiles(modules) {
  await walk(modules, "");
}

async function walk(modules, folder) {
  const entries = await readdir(join(modules, folder), { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const patterns = entry.isDirectory() ? FOLDERS : entry.isFile() ? FILES : [];
      if (patterns.some((pattern) => pattern.test(path))) await rm(join(modules, path), { recursive: true, force: true });
      else if (entry.isDirectory()) await walk(modules, path);
    }),
  );
}
