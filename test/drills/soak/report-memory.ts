import { renameSync, writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

/**
 * Runs in a process of the product before everything else (`NODE_OPTIONS=--import …`): at SIGUSR2 it collects all garbage and writes what is left to the file
 * SOAK_FILE with the id of the process, as JSON.
 */
const file = process.env.SOAK_FILE;

function report(): void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  // What the first leaves for finalizers, the second frees.
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  const path = `${file}.${process.pid}`;
  writeFileSync(`${path}.new`, JSON.stringify({ heapUsed, external, rss, handles }));
  // A reader never finds half of it.
  renameSync(`${path}.new`, path);
}

if (isMainThread && file !== undefined) process.on("SIGUSR2", report);
