import { runLauncher } from "./launcher.ts";
import { buildWorker, WORKER_SCRIPT, watchWorker } from "./prepare/build-worker.ts";
import { PATHS } from "./project-paths.ts";

/** Runs `npm run dev`: everything on this machine; a changed source reloads the web app and restarts the worker. */
await runLauncher({
  prepare: (terminal) => terminal.step("Building the worker", buildWorker),
  webArgs: ({ port, host }) => [PATHS.nextProgram, "dev", "-p", String(port), "-H", host],
  workerArgs: ["--enable-source-maps", WORKER_SCRIPT],
  nodeEnv: "development",
  onRunning: (worker, terminal) => {
    let isFirst = true;
    return watchWorker((faults) => {
      if (faults.length > 0)
        return terminal.say(`We could not build the worker; the last one that worked keeps running:\n${faults.join("\n")}`);
      if (!isFirst) {
        terminal.say("The worker changed. Restarting it.");
        worker.restart();
      }
      isFirst = false;
    });
  },
});
