import { parentPort } from "node:worker_threads";
import { extractPage } from "../core/page/extract-page.ts";
import type { PageContent } from "../core/page/page-content.ts";
import type { ThreadMessage } from "../threads/working-thread.ts";
import type { ReadTask } from "./page-reader.ts";

/** What a reading thread runs: takes page after page apart. */
const port = parentPort;
if (!port) throw new Error("read-thread runs in a worker thread; worker/reading/page-reader.ts starts it.");

const answer = (message: ThreadMessage<PageContent, null>) => port.postMessage(message);
port.on("message", ({ html, options }: ReadTask) => {
  answer({ kind: "done", result: extractPage(html, options) });
});
answer({ kind: "ready", ready: null });
