import { runLauncher } from "./launcher.ts";
import { buildProduct } from "./prepare/build-product.ts";
import { WORKER_SCRIPT } from "./prepare/build-worker.ts";
import { PATHS } from "./project-paths.ts";

/** Runs `npm start`: everything on this machine, built for production. */
await runLauncher({
  prepare: buildProduct,
  webArgs: ({ port, host }) => [PATHS.nextProgram, "start", "-p", String(port), "-H", host],
  workerArgs: ["--enable-source-maps", WORKER_SCRIPT],
  nodeEnv: "production",
});
