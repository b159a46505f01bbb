import type { ExtractOptions } from "#worker/core/page/extract/extract-page.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import { startWorkingThread, TaskNotReachedError, ThreadStartError, type WorkingThread } from "../working-thread.ts";
import { keepGarbageYoung } from "./keep-garbage-young.ts";
import { perform, type Read, type ReadAnswer, type Reading, ReadingBrokeOffError, type ReadTask } from "./readings.ts";

/**
 * Parses what sites send in a thread of its own, so that fetching goes on meanwhile. A text of unreasonable size or shape delays only the
 * texts behind it, and those for a bounded time.
 */
export type PageReader = {
  /** Rejects with `ReadingBrokeOffError` if the thread died or hung on this text. Other texts are not affected. */
  read: Read;
  extractPage(html: string, options: ExtractOptions): Promise<PageContent>;
  close(): Promise<void>;
};

type ReaderOptions = {
  /** Called once if no thread can be started. Everything is parsed in the process itself then. */
  onFault?(error: unknown): void;
  /** Short pages that are parsed before a thread is worth starting. */
  startAfter?: number;
  hangMs?: number;
  threadScript?: URL;
};

/** Longest text, in UTF-16 code units, that is parsed in the process itself: some milliseconds for any shape of text. */
const SHORT = 32_000;
/** The same for a page while the thread is busy or starting: up to a third of a second. Without it, crawls take a quarter longer. */
const SHORT_PAGE = 200_000;
const START_AFTER = 20;
/** Texts that may wait for the thread. Beyond that, short pages are parsed sooner here. */
const MOST_WAITING = 8;
const HANG_MS = 30_000;
const START_MS = 30_000;
/** The tree of the largest page takes about half of it. */
const HEAP_MB = 512;

/** The thread beside this module: its source, or its name in the build (see worker/launch/prepare/build-worker.ts). */
const THREAD_SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./read-thread.ts" : "./read-thread.mjs", import.meta.url);

export function createPageReader({
  onFault,
  startAfter = START_AFTER,
  hangMs = HANG_MS,
  threadScript = THREAD_SCRIPT,
}: ReaderOptions = {}): PageReader {
  keepGarbageYoung();
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
  /** Parses in the thread; returns null if no thread starts. */
  const readInThread = async (task: ReadTask): Promise<ReadAnswer | null> => {
    thread ??= start();
    const mine = thread;
    try {
      return await mine.run(task);
    } catch (error) {
      lose(mine);
      if (!isClosed && error instanceof TaskNotReachedError) return await readInThread(task);
      if (isClosed || !(error instanceof ThreadStartError))
        throw new ReadingBrokeOffError(`A text broke off: ${String(error)}`, { cause: error });
      if (canStart) onFault?.(error);
      canStart = false;
      return null;
    }
  };
  /** Pages go to the thread unless they would wait for it; other short texts cost less than a message to it. */
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
      const answer = await readInThread(task);
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
