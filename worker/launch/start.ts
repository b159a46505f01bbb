import { runLauncher } from "./launcher.ts";
import { buildProduct } from "./prepare/build-product.ts";
import { WEB_SCRIPT, WORKER_SCRIPT } from "./prepare/build-worker.ts";

/** Runs `npm start`: everything on this machine, built for production. */
await runLauncher({
  prepare: buildProduct,
  webArgs: ({ host }) => ["--enable-source-maps", WEB_SCRIPT, host],
  workerArgs: ["--enable-source-maps", WORKER_SCRIPT],
  nodeEnv: "production",
});
