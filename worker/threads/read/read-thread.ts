import { parentPort } from "node:worker_threads";
import type { ThreadMessage } from "../working-thread.ts";
import { performTask, type ReadAnswer, type ReadTask } from "./readings.ts";

/** What a reading thread runs: takes text after text apart. */
const port = parentPort;
if (!port) throw new Error("read-thread runs in a worker thread; worker/threads/read/page-reader.ts starts it.");

const answer = (message: ThreadMessage<ReadAnswer, null>) => port.postMessage(message);
port.on("message", (task: ReadTask) => answer({ kind: "done", result: performTask(task) }));
answer({ kind: "ready", ready: null });
