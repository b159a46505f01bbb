import cluster from "node:cluster";
import { once } from "node:events";
import { log } from "#worker/log.ts";
import { answerMetricsOfAll } from "#worker/telemetry/metrics-of-all.ts";

/** Room for what a page needs for a moment, some ten megabytes: with less, V8 copies it over and over, which costs a tenth. */
const HEAP_FLAGS = ["--min-semi-space-size=16", "--max-semi-space-size=64"];

/** `script`: what each process runs. */
type Options = { count: number; script: string; environment: Readonly<Record<string, string>>; onReady(): void };

/**
 * Runs web processes that share one port until a signal ends them, and then ends this process. If one ends by itself, ends all, with 1: whoever
 * supervises this process starts it again, as when there is only one.
 */
export async function runWebProcesses({ count, script, environment, onReady }: Options): Promise<void> {
  answerMetricsOfAll();
  cluster.setupPrimary({ exec: script, execArgv: [...process.execArgv, ...HEAP_FLAGS] });
  const workers = Array.from({ length: count }, () => cluster.fork(environment));
  let isStopping = false;
  const stop = () => {
    isStopping = true;
    for (const worker of workers) worker.process.kill("SIGTERM");
  };
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);
  const ended = Promise.all(workers.map((worker) => once(worker, "exit")));
  cluster.on("exit", (worker, code, signal) => {
    if (isStopping) return;
    log.error({ pid: worker.process.pid, code, signal }, "a web process ended by itself: the others end, too");
    process.exitCode = 1;
    stop();
  });
  const served = Promise.all(workers.map((worker) => once(worker, "listening")));
  // Whichever comes first: a process that ends before it serves never says that it listens.
  await Promise.race([served, ended]);
  if (!isStopping) onReady();
  await ended;
  process.exit();
}
