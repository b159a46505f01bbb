import { availableParallelism } from "node:os";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { CheckedBlock } from "../core/checks/check.ts";
import type { CheckBlockOptions } from "../core/checks/check-block.ts";
import { checksVersion } from "../core/checks/checks-version.ts";
import type { PackedWords } from "../core/checks/spelling/word-table.ts";
import type { Block } from "../core/page/block.ts";
import { startWorkingThread, ThreadStartError, type WorkingThread } from "../threads/working-thread.ts";
import type { CheckBatch } from "./check-messages.ts";
import { checkPackageVersions } from "./package-versions.ts";
import { splitIntoBatches } from "./split-into-batches.ts";

export type CheckPool = { version: string; checkBlocks: CheckBlocks; close(): Promise<void> };

export type CheckPoolOptions = {
  /** Most threads at a time: one for each core, at most four. They start when there is something to check, and hold about 300 MB each, most of it Harper. */
  threads?: number;
  /** Told of every Block on which a thread died or hung, and of each such end. */
  onFault?(error: unknown, blockHash: string): void;
  /** A batch that takes longer than this hangs. */
  hangMs?: number;
  threadScript?: URL;
};

const HANG_MS = 20_000;
/** Dictionaries load in two seconds; a machine under load may take many times that. */
const START_MS = 90_000;
const HEAP_MB = 1024;

/** The thread beside this module: as source here, or as the build names it (see worker/launch/build-worker.ts). */
const THREAD_SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./check-thread.ts" : "./check-thread.mjs", import.meta.url);

type CheckingThread = WorkingThread<CheckBatch, CheckedBlock[]>;

/** One try at some Blocks. `deaths`: how often a thread ended on them. */
type Job = { blocks: Block[]; options: CheckBlockOptions; deaths: number; settle: PromiseWithResolvers<CheckedBlock[]> };

/**
 * Checks Blocks in threads. A batch on which a thread dies, panics or hangs is tried again on a fresh thread, each Block alone; one that
 * ends a thread again is checked for spelling only, and skipped (no Findings) where that fails too.
 *
 * @throws when one of the packages that it is made of is not installed
 */
export function createCheckPool({
  threads = Math.min(4, availableParallelism()),
  onFault,
  hangMs = HANG_MS,
  threadScript = THREAD_SCRIPT,
}: CheckPoolOptions = {}): CheckPool {
  /** A line for each call that waits: they take turns, so that one huge page does not keep every other site's waiting. */
  const queue: Job[][] = [];
  const idle: CheckingThread[] = [];
  const running = new Set<CheckingThread>();
  let isClosed = false;
  /** The first thread reads the words; the others wait for it, and share them. */
  let isLoaded = false;
  let english: PackedWords | null = null;

  const startThread = () =>
    startWorkingThread<CheckBatch, CheckedBlock[], PackedWords | null>({
      name: "checking",
      script: threadScript,
      hangMs,
      startMs: START_MS,
      heapMb: HEAP_MB,
      data: { english },
      onReady: (words) => {
        isLoaded = true;
        english ??= words;
        startJobs();
      },
    });

  const submit = (line: Job[], blocks: Block[], options: CheckBlockOptions, deaths: number) => {
    const settle = Promise.withResolvers<CheckedBlock[]>();
    if (isClosed) settle.reject(new Error("The check pool is closed."));
    else line.push({ blocks, options, deaths, settle });
    if (line.length > 0 && !queue.includes(line)) queue.push(line);
    startJobs();
    return settle.promise;
  };

  const startJobs = () => {
    while (queue.length > 0 && running.size < (isLoaded ? threads : 1)) {
      const line = queue.shift();
      const job = line?.shift();
      if (!line || !job) return;
      if (line.length > 0) queue.push(line);
      const thread = idle.pop() ?? startThread();
      running.add(thread);
      void work(thread, job);
    }
  };

  const work = async (thread: CheckingThread, job: Job) => {
    try {
      job.settle.resolve(await thread.run({ blocks: job.blocks, options: job.options }));
      if (!isClosed) idle.push(thread);
    } catch (error) {
      job.settle.reject(error);
    } finally {
      running.delete(thread);
      startJobs();
    }
  };

  const checkJob = async (line: Job[], blocks: Block[], options: CheckBlockOptions, deaths = 0): Promise<CheckedBlock[]> => {
    try {
      return await submit(line, blocks, options, deaths);
    } catch (error) {
      if (isClosed || error instanceof ThreadStartError) throw error;
      if (deaths === 0) return (await Promise.all(blocks.map((block) => checkJob(line, [block], options, 1)))).flat();
      for (const { hash } of blocks) onFault?.(error, hash);
      const canSpell = deaths === 1 && options.only.includes("spelling") && options.only.includes("grammar");
      if (canSpell) return checkJob(line, blocks, { ...options, only: ["spelling"] }, 2);
      return blocks.map(({ hash }) => ({ hash, language: null, findings: [] }));
    }
  };

  return {
    version: checksVersion(checkPackageVersions()),
    checkBlocks: async (blocks, options) => {
      const line: Job[] = [];
      const checked = await Promise.all(splitIntoBatches(blocks).map((batch) => checkJob(line, batch, options)));
      return checked.flat();
    },
    async close() {
      isClosed = true;
      for (const job of queue.splice(0).flat()) job.settle.reject(new Error("The check pool is closed."));
      await Promise.all([...idle.splice(0), ...running].map((thread) => thread.close()));
    },
  };
}
