import type { CheckedBlock, UnfinishedCause } from "#worker/core/checks/check.ts";
import type { CheckBlockOptions } from "#worker/core/checks/check-block.ts";
import {
  addJob,
  type CheckQueue,
  charge,
  closeLine,
  isOpen,
  openLine,
  type Turn,
  takeJob,
  waitingJobs,
} from "#worker/core/checks/pool/check-queue.ts";
import { threadsFor } from "#worker/core/checks/pool/threads-for.ts";
import type { EnglishWords } from "#worker/core/checks/spelling/lexicon.ts";
import type { Block } from "#worker/core/page/block.ts";
import { startWorkingThread, ThreadHungError, type WorkingThread } from "../working-thread.ts";
import type { CheckBatch } from "./check-messages.ts";

export type CheckThreadsOptions = { threads: number; hangMs: number; blockBudgetMs: number; threadScript: URL };

export type CheckThreads = {
  /** Opens a line for one call, with its milliseconds of processor time. Returns its number. */
  openLine(leftMs: number): number;
  /** Closes a line, and rejects what still waits in it. */
  closeLine(line: number): void;
  /** Returns false once a line, or all of it, is closed: trying again is of no use. */
  isOpen(line: number): boolean;
  /**
   * Checks Blocks when the line's turn comes. A thread whose time is used up returns only the Blocks that it got to; a line whose time is used
   * up gets its Blocks back unchecked.
   * @throws the thread's error where it ended on the Blocks, and an error where the line is closed.
   */
  check(line: number, blocks: Block[], options: CheckBlockOptions): Promise<CheckedBlock[]>;
  close(): Promise<void>;
};

/** Processor time after which a thread begins no further Block of a batch: far from hanging, even if its last Block uses all that it may. */
const BATCH_BUDGET_MS = 5_000;
/** Cost of a thread that ends without hanging: another one loads the dictionaries. */
const DEATH_MS = 2_000;
/** Dictionaries load in two seconds; a machine under load may take many times that. */
const START_MS = 90_000;
/** Time for which work waits before it counts as late. A thread's first text may take two seconds, for the grammar of its language. */
const LATE_MS = 4_000;
const HEAP_MB = 1024;

type CheckingThread = WorkingThread<CheckBatch, CheckedBlock[]>;
type Job = { blocks: Block[]; options: CheckBlockOptions; settle: PromiseWithResolvers<CheckedBlock[]> };

type Threads = CheckThreadsOptions & {
  queue: CheckQueue<Job>;
  lines: number;
  idle: CheckingThread[];
  running: Set<CheckingThread>;
  /** The first thread reads the words; the others wait for it, and share them. */
  isLoaded: boolean;
  /** Runs while work waits. */
  late: NodeJS.Timeout | null;
  english: EnglishWords | null;
  isClosed: boolean;
};

/** Creates threads on demand, which check Blocks line by line in turn. */
export function createCheckThreads(options: CheckThreadsOptions): CheckThreads {
  const pool: Threads = {
    ...options,
    queue: [],
    lines: 0,
    idle: [],
    running: new Set(),
    isLoaded: false,
    late: null,
    english: null,
    isClosed: false,
  };
  return {
    openLine(leftMs) {
      if (pool.isClosed) throw closedError();
      pool.lines += 1;
      pool.queue = openLine(pool.queue, pool.lines, leftMs);
      return pool.lines;
    },
    closeLine(line) {
      const { queue, dropped } = closeLine(pool.queue, line);
      pool.queue = queue;
      for (const { settle } of dropped) settle.reject(closedError());
    },
    isOpen: (line) => isOpen(pool.queue, line),
    async check(line, blocks, checkOptions) {
      const settle = Promise.withResolvers<CheckedBlock[]>();
      const queue = addJob(pool.queue, line, { blocks, options: checkOptions, settle });
      if (queue === null) throw closedError();
      pool.queue = queue;
      startJobs(pool);
      return await settle.promise;
    },
    async close() {
      pool.isClosed = true;
      const waiting = waitingJobs(pool.queue);
      pool.queue = [];
      stopWaiting(pool);
      for (const { settle } of waiting) settle.reject(closedError());
      await Promise.all([...pool.idle.splice(0), ...pool.running].map((thread) => thread.close()));
    },
  };
}

/** Returns what the end of a thread costs the call whose Blocks it ended on. */
export function endCostMs({ hung }: { hung: boolean }, hangMs: number): number {
  return hung ? hangMs : DEATH_MS;
}

/** Returns the result of a Block that was not checked. */
export function unchecked({ hash }: Block, unfinished: UnfinishedCause): CheckedBlock {
  return { hash, language: null, findings: [], unfinished };
}

/** `isLate`: what waits has waited for so long that another thread may take it. */
function startJobs(pool: Threads, isLate = false): void {
  let mayHang = isLate;
  while (pool.running.size < mayWork(pool, mayHang)) {
    const taken = takeJob(pool.queue);
    if (!taken) break;
    pool.queue = taken.queue;
    const { job, leftMs } = taken.turn;
    if (leftMs > 0) void work(pool, taken.turn);
    else job.settle.resolve(job.blocks.map((block) => unchecked(block, "check-budget")));
    mayHang = false;
  }
  if (waitingJobs(pool.queue).length === 0) stopWaiting(pool);
  else
    pool.late ??= setTimeout(() => {
      pool.late = null;
      startJobs(pool, true);
    }, LATE_MS);
}

function mayWork({ isLoaded, threads, idle, running, queue }: Threads, isLate: boolean): number {
  if (!isLoaded) return 1;
  const waiting = waitingJobs(queue).flatMap(({ blocks }) => blocks);
  const waitingCharacters = waiting.reduce((sum, { text }) => sum + text.length, 0);
  return threadsFor({ most: threads, started: idle.length + running.size, waitingCharacters, isLate });
}

function stopWaiting(pool: Threads): void {
  if (pool.late) clearTimeout(pool.late);
  pool.late = null;
}

async function work(pool: Threads, { line, job, leftMs }: Turn<Job>): Promise<void> {
  const { blocks, options, settle } = job;
  const thread = pool.idle.pop() ?? startThread(pool);
  pool.running.add(thread);
  const budget = { blockMs: pool.blockBudgetMs, batchMs: Math.min(BATCH_BUDGET_MS, leftMs) };
  try {
    const checked = await thread.run({ blocks, options, budget });
    const usedMs = checked.reduce((sum, { ms = 0 }) => sum + ms, 0);
    pool.queue = charge(pool.queue, line, usedMs);
    settle.resolve(checked);
    if (!pool.isClosed) pool.idle.push(thread);
  } catch (error) {
    pool.queue = charge(pool.queue, line, endCostMs({ hung: error instanceof ThreadHungError }, pool.hangMs));
    settle.reject(error);
  } finally {
    pool.running.delete(thread);
    startJobs(pool);
  }
}

function startThread(pool: Threads): CheckingThread {
  return startWorkingThread<CheckBatch, CheckedBlock[], EnglishWords | null>({
    name: "checking",
    script: pool.threadScript,
    hangMs: pool.hangMs,
    startMs: START_MS,
    heapMb: HEAP_MB,
    data: { english: pool.english },
    onReady: (words) => {
      pool.isLoaded = true;
      stopWaiting(pool);
      pool.english ??= words;
      startJobs(pool);
    },
  });
}

function closedError(): Error {
  return new Error("The check pool is closed.");
}
