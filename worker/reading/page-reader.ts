import { type ExtractOptions, extractPage } from "../core/page/extract-page.ts";
import type { PageContent } from "../core/page/page-content.ts";
import { startWorkingThread, TaskNotReachedError, ThreadStartError, type WorkingThread } from "../threads/working-thread.ts";

/** What a reading thread is asked, one page after the other. */
export type ReadTask = { html: string; options: ExtractOptions };

/** Takes pages apart in a thread of its own, so that fetching goes on meanwhile and a page of a size beyond reason holds up nobody. */
export type PageReader = {
  /** Rejects where the thread died or hung on this page; others are not touched. */
  extractPage(html: string, options: ExtractOptions): Promise<PageContent>;
  close(): Promise<void>;
};

type ReaderOptions = {
  /** Told once where no thread can be started: all is read in the process itself then. */
  onFault?(error: unknown): void;
  /** Pages read before a thread is worth its start. */
  startAfter?: number;
  hangMs?: number;
  threadScript?: URL;
};

/** Longest page, in UTF-16 code units, that may be read in the process itself: a few milliseconds. */
const SHORT = 200_000;
const START_AFTER = 20;
/** Pages that the thread has before it. More would be read sooner here. */
const MOST_WAITING = 8;
const HANG_MS = 30_000;
const START_MS = 30_000;
/** The tree of the largest page that is read takes about half of it. */
const HEAP_MB = 512;

/** The thread beside this module: as source here, or as the build names it (see worker/launch/build-worker.ts). */
const THREAD_SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./read-thread.ts" : "./read-thread.mjs", import.meta.url);

export function createPageReader({
  onFault,
  startAfter = START_AFTER,
  hangMs = HANG_MS,
  threadScript = THREAD_SCRIPT,
}: ReaderOptions = {}): PageReader {
  let thread: WorkingThread<ReadTask, PageContent> | null = null;
  let isReady = false;
  let canStart = true;
  let isClosed = false;
  let waiting = 0;
  let read = 0;

  const start = () => {
    const started = startWorkingThread<ReadTask, PageContent, null>({
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
  const readInThread = async (task: ReadTask): Promise<PageContent> => {
    thread ??= start();
    const mine = thread;
    try {
      return await mine.run(task);
    } catch (error) {
      lose(mine);
      if (isClosed) throw error;
      if (error instanceof TaskNotReachedError) return await readInThread(task);
      if (!(error instanceof ThreadStartError)) throw error;
      if (canStart) onFault?.(error);
      canStart = false;
      return extractPage(task.html, task.options);
    }
  };

  return {
    extractPage: async (html, options) => {
      read += 1;
      if (!canStart || isClosed) return extractPage(html, options);
      if (read > startAfter) thread ??= start();
      if (html.length <= SHORT && (!isReady || waiting >= MOST_WAITING)) return extractPage(html, options);
      waiting += 1;
      try {
        return await readInThread({ html, options });
      } finally {
        waiting -= 1;
      }
    },
    async close() {
      isClosed = true;
      await thread?.close();
    },
  };
}
