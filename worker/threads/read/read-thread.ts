import { parentPort } from "node:worker_threads";
import type { ThreadMessage } from "../working-thread.ts";
import { performTask, type ReadAnswer, type ReadTask } from "./readings.ts";

/** The main module of a reading thread, which parses text after text. */
const port = parentPort;
if (!port) throw new Error("read-thread runs in a worker thread; worker/threads/read/page-reader.ts starts it.");

const answer = (message: ThreadMessage<ReadAnswer, null>) => port.postMessage(message);
port.on("message", (task: ReadTask) => answer({ kind: "done", result: performTask(task) }));
answer({ kind: "ready", ready: null });
