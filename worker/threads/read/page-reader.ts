import type { ExtractOptions } from "#worker/core/page/extract/extract-page.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import { startWorkingThread, TaskNotReachedError, ThreadStartError, type WorkingThread } from "../working-thread.ts";
import { perform, type Read, type ReadAnswer, type Reading, ReadingBrokeOffError, type ReadTask } from "./readings.ts";

/**
 * Takes what sites send apart in a thread of its own, so that fetching goes on meanwhile, and a text of a size or shape beyond reason holds
 * up nobody but the texts behind it, and those for a bounded time.
 */
export type PageReader = {
  /** Rejects with `ReadingBrokeOffError` where the thread died or hung on this text; others are not touched. */
  read: Read;
  extractPage(html: string, options: ExtractOptions): Promise<PageContent>;
  close(): Promise<void>;
};

type ReaderOptions = {
  /** Called once where no thread can be started: all is read in the process itself then. */
  onFault?(error: unknown): void;
  /** Short pages read before a thread is worth its start. */
  startAfter?: number;
  hangMs?: number;
  threadScript?: URL;
};

/** Longest text, in UTF-16 code units, that is read in the process itself: some milliseconds, whatever its shape. */
const SHORT = 32_000;
/** The same of a page when the thread is busy or not there yet: up to a third of a second. Without it, sites are crawled a quarter slower. */
const SHORT_PAGE = 200_000;
const START_AFTER = 20;
/** Texts that the thread has before it. Short pages beyond that would be read sooner here. */
const MOST_WAITING = 8;
const HANG_MS = 30_000;
const START_MS = 30_000;
/** The tree of the largest page that is read takes about half of it. */
const HEAP_MB = 512;

/** The thread beside this module: as source here, or as the build names it (see worker/launch/prepare/build-worker.ts). */
const THREAD_SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./read-thread.ts" : "./read-thread.mjs", import.meta.url);

export function createPageReader({
  onFault,
  startAfter = START_AFTER,
  hangMs = HANG_MS,
  threadScript = THREAD_SCRIPT,
}: ReaderOptions = {}): PageReader {
  let thread: WorkingThread<ReadTask, ReadAnswer> | null = null;
  let isReady = false;
  let canStart = true;
  let isClosed = false;
  let waiting = 0;
  let pages = 0;

  const start = () => {
    const started = startWorkingThread<ReadTask, ReadAnswer, null>({
      name: "reading",
      script: threadScript,
      hangMs,
      startMs: START_MS,
      heapMb: HEAP_MB,
      onReady: () => {
        isReady = thread === started;
      },
    });
    isReady = false;
    return started;
  };
  const lose = (lost: typeof thread) => {
    if (thread !== lost) return;
    thread = null;
    isReady = false;
  };
  /** Null where no thread starts. */
  const askThread = async (task: ReadTask): Promise<ReadAnswer | null> => {
    thread ??= start();
    const mine = thread;
    try {
      return await mine.run(task);
    } catch (error) {
      lose(mine);
      if (!isClosed && error instanceof TaskNotReachedError) return await askThread(task);
      if (isClosed || !(error instanceof ThreadStartError))
        throw new ReadingBrokeOffError(`A text broke off: ${String(error)}`, { cause: error });
      if (canStart) onFault?.(error);
      canStart = false;
      return null;
    }
  };
  /** Pages are read aside whenever that costs no waiting; other short texts are too cheap for the way to the thread. */
  const isReadHere = (kind: Reading, { length }: string) => {
    if (!canStart || isClosed) return true;
    if (kind === "page") pages += 1;
    if (pages > startAfter) thread ??= start();
    if (kind !== "page") return length <= SHORT;
    return length <= SHORT_PAGE && (!isReady || waiting >= MOST_WAITING);
  };

  const read: Read = async (kind, ...args) => {
    if (isReadHere(kind, args[0])) return perform(kind, args);
    waiting += 1;
    try {
      const task: ReadTask = {};
      task[kind] = args;
      const answer = await askThread(task);
      const result = answer === null ? perform(kind, args) : answer[kind];
      if (result === undefined) throw new Error(`The reading thread gave no ${kind}.`);
      return result;
    } finally {
      waiting -= 1;
    }
  };

  return {
    read,
    extractPage: (html, options) => read("page", html, options),
    async close() {
      isClosed = true;
      await thread?.close();
    },
  };
}
