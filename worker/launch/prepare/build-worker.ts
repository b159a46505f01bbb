import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import manifest from "../../../package.json" with { type: "json" };
import { PATHS } from "../project-paths.ts";

/**
 * Packages that stay in node_modules: all but React Email. Of it only the parts that mails use are bundled; the whole package loads a style
 * sheet compiler and a highlighter of code, for half a second and 45 MB of each worker.
 */
const EXTERNAL = Object.keys(manifest.dependencies).filter((name) => name !== "react-email");

/** Builds the worker as three files, the process and its two kinds of threads, and the web server as two. */
const OPTIONS = {
  absWorkingDir: PATHS.root,
  entryPoints: {
    worker: "worker/main.ts",
    "check-thread": "worker/threads/check/check-thread.ts",
    "read-thread": "worker/threads/read/read-thread.ts",
    web: "app/_front/main.ts",
    "web-process": "app/_front/web-process.ts",
  },
  outdir: PATHS.dist,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  jsx: "automatic",
  external: EXTERNAL,
  sourcemap: true,
  logLevel: "silent",
} satisfies BuildOptions;

/** Builds the worker. `outdir` must be where Node finds the packages. @throws with the errors of esbuild */
export async function buildWorker(outdir: string = PATHS.dist): Promise<void> {
  await Promise.all([build({ ...OPTIONS, outdir }), copyWordLists(outdir)]);
}

/** Builds now and after every change of a source, and reports the errors each time. Returns a function that ends it. */
export async function watchWorker(onBuilt: (faults: string[]) => void): Promise<() => Promise<void>> {
  const report: Plugin = {
    name: "report",
    setup: (watched) => {
      watched.onEnd(({ errors }) => onBuilt(errors.map(({ text, location }) => `${location?.file}:${location?.line} ${text}`)));
    },
  };
  await copyWordLists(PATHS.dist);
  const watching = await context({ ...OPTIONS, plugins: [report] });
  await watching.watch();
  return () => watching.dispose();
}

/** Copies the folders of word lists and models, which the checking threads read beside their script. */
async function copyWordLists(outdir: string): Promise<void> {
  const threads = join(PATHS.root, "worker/threads/check");
  const entries = await readdir(threads, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  await Promise.all(folders.map((name) => cp(join(threads, name), join(outdir, name), { recursive: true })));
}

export const WORKER_SCRIPT = join(PATHS.dist, "worker.mjs");
export const WEB_SCRIPT = join(PATHS.dist, "web.mjs");
