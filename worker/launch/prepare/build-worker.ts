import { cp } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import { PATHS } from "../project-paths.ts";

/** The worker as three files: the process, and what its threads run. Packages stay in node_modules. */
const OPTIONS = {
  absWorkingDir: PATHS.root,
  entryPoints: {
    worker: "worker/main.ts",
    "check-thread": "worker/threads/check/check-thread.ts",
    "read-thread": "worker/threads/read/read-thread.ts",
  },
  outdir: PATHS.dist,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  jsx: "automatic",
  packages: "external",
  sourcemap: true,
  logLevel: "silent",
} satisfies BuildOptions;

/** `outdir` must lie where the packages are found. @throws with what esbuild found wrong */
export async function buildWorker(outdir: string = PATHS.dist): Promise<void> {
  await Promise.all([build({ ...OPTIONS, outdir }), copyWordLists(outdir)]);
}

/** Builds now and again after every change of a source, each time telling the faults, none when it worked. Gives what ends it. */
export async function watchWorker(onBuilt: (faults: string[]) => void): Promise<() => Promise<void>> {
  const tell: Plugin = {
    name: "tell",
    setup: (watched) => {
      watched.onEnd(({ errors }) => onBuilt(errors.map(({ text, location }) => `${location?.file}:${location?.line} ${text}`)));
    },
  };
  await copyWordLists(PATHS.dist);
  const watching = await context({ ...OPTIONS, plugins: [tell] });
  await watching.watch();
  return () => watching.dispose();
}

/** The checking threads read these beside themselves. */
async function copyWordLists(outdir: string): Promise<void> {
  for (const words of ["ranked-words", "word-readings"])
    await cp(join(PATHS.root, "worker/threads/check", words), join(outdir, words), { recursive: true });
}

export const WORKER_SCRIPT = join(PATHS.dist, "worker.mjs");
