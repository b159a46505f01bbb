import { availableParallelism } from "node:os";
import type { CheckedBlock, UnfinishedCause } from "#worker/core/checks/check.ts";
import type { CheckBlockOptions } from "#worker/core/checks/check-block.ts";
import { BLOCK_BUDGET_MS, PAGE_BUDGET_MS } from "#worker/core/checks/check-budget.ts";
import { checksVersion } from "#worker/core/checks/checks-version.ts";
import type { EnglishWords } from "#worker/core/checks/spelling/lexicon.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { Block } from "#worker/core/page/block.ts";
import { startWorkingThread, ThreadHungError, ThreadStartError, type WorkingThread } from "../working-thread.ts";
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
  /** Processor time for one Block. */
  blockBudgetMs?: number;
  threadScript?: URL;
};

const HANG_MS = 20_000;
/** Processor time after which a thread begins no further Block of a batch: far from hanging, even if its last Block uses all that it may. */
const BATCH_BUDGET_MS = 5_000;
/** What the end of a thread costs that did not hang: another one loads the dictionaries. */
const DEATH_MS = 2_000;
/** Dictionaries load in two seconds; a machine under load may take many times that. */
const START_MS = 90_000;
const HEAP_MB = 1024;

/** The thread beside this module: as source here, or as the build names it (see worker/launch/prepare/build-worker.ts). */
const THREAD_SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./check-thread.ts" : "./check-thread.mjs", import.meta.url);

type CheckingThread = WorkingThread<CheckBatch, CheckedBlock[]>;

/** One try at some Blocks. */
type Job = { blocks: Block[]; options: CheckBlockOptions; settle: PromiseWithResolvers<CheckedBlock[]> };

/** What one call has waiting, and the processor time that it has left. */
type Line = { jobs: Job[]; leftMs: number };

/** How often a thread ended on the same Blocks, and whether it hung the last time. */
type Deaths = { count: number; hung: boolean };
const NONE: Deaths = { count: 0, hung: false };

/**
 * Checks Blocks in threads. A batch on which a thread dies, panics or hangs is tried again on a fresh thread, each Block alone; one that
 * ends a thread again is checked for spelling only, and skipped (no Findings) where that fails too. What hung is tried once more only. A
 * call whose processor time is used up gets the Blocks that are left unchecked.
 *
 * @throws when one of the packages that it is made of is not installed
 */
export function createCheckPool({
  threads = Math.min(4, availableParallelism()),
  onFault,
  hangMs = HANG_MS,
  blockBudgetMs = BLOCK_BUDGET_MS,
  threadScript = THREAD_SCRIPT,
}: CheckPoolOptions = {}): CheckPool {
  /** A line for each call that waits: they take turns, so that one huge page does not keep every other site's waiting. */
  const queue: Line[] = [];
  const idle: CheckingThread[] = [];
  const running = new Set<CheckingThread>();
  let isClosed = false;
  /** The first thread reads the words; the others wait for it, and share them. */
  let isLoaded = false;
  let english: EnglishWords | null = null;

  const startThread = () =>
    startWorkingThread<CheckBatch, CheckedBlock[], EnglishWords | null>({
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

  const submit = (line: Line, blocks: Block[], options: CheckBlockOptions) => {
    const settle = Promise.withResolvers<CheckedBlock[]>();
    if (isClosed) settle.reject(new Error("The check pool is closed."));
    else line.jobs.push({ blocks, options, settle });
    if (line.jobs.length > 0 && !queue.includes(line)) queue.push(line);
    startJobs();
    return settle.promise;
  };

  const startJobs = () => {
    while (queue.length > 0 && running.size < (isLoaded ? threads : 1)) {
      const line = queue.shift();
      const job = line?.jobs.shift();
      if (!line || !job) return;
      if (line.jobs.length > 0) queue.push(line);
      if (line.leftMs <= 0) {
        job.settle.resolve(job.blocks.map((block) => unchecked(block, "check-budget")));
        continue;
      }
      const thread = idle.pop() ?? startThread();
      running.add(thread);
      void work(thread, line, job);
    }
  };

  const work = async (thread: CheckingThread, line: Line, { blocks, options, settle }: Job) => {
    const budget = { blockMs: blockBudgetMs, batchMs: Math.min(BATCH_BUDGET_MS, line.leftMs) };
    try {
      const checked = await thread.run({ blocks, options, budget });
      for (const { ms = 0 } of checked) line.leftMs -= ms;
      settle.resolve(checked);
      if (!isClosed) idle.push(thread);
    } catch (error) {
      line.leftMs -= error instanceof ThreadHungError ? hangMs : DEATH_MS;
      settle.reject(error);
    } finally {
      running.delete(thread);
      startJobs();
    }
  };

  const checkJob = async (line: Line, blocks: Block[], options: CheckBlockOptions, deaths = NONE): Promise<CheckedBlock[]> => {
    try {
      const checked = await submit(line, blocks, options);
      const left = blocks.slice(checked.length);
      return left.length === 0 ? checked : [...checked, ...(await checkJob(line, left, options, deaths))];
    } catch (error) {
      if (isClosed || error instanceof ThreadStartError) throw error;
      const now = { count: deaths.count + 1, hung: error instanceof ThreadHungError };
      if (now.count === 1 && blocks.length > 1)
        return (await Promise.all(blocks.map((block) => checkJob(line, [block], options, now)))).flat();
      for (const { hash } of blocks) onFault?.(error, hash);
      const isLast = deaths.count > 0 && (deaths.hung || now.hung || deaths.count > 1);
      const canSpell = options.only.includes("spelling") && options.only.includes("grammar");
      const costMs = now.hung ? hangMs : DEATH_MS;
      if (isLast || !canSpell) return blocks.map((block) => ({ ...unchecked(block, "check-failed"), ms: costMs }));
      const spelt = await checkJob(line, blocks, { ...options, only: ["spelling"] }, now);
      return spelt.map((result) => ({ unfinished: "check-failed", ...result, ms: costMs + (result.ms ?? 0) }));
    }
  };

  return {
    version: checksVersion(checkPackageVersions()),
    checkBlocks: async (blocks, { budgetMs = PAGE_BUDGET_MS, ...options }) => {
      const line: Line = { jobs: [], leftMs: budgetMs };
      const checked = await Promise.all(splitIntoBatches(blocks).map((batch) => checkJob(line, batch, options)));
      return checked.flat();
    },
    async close() {
      isClosed = true;
      for (const job of queue.splice(0).flatMap(({ jobs }) => jobs)) job.settle.reject(new Error("The check pool is closed."));
      await Promise.all([...idle.splice(0), ...running].map((thread) => thread.close()));
    },
  };
}

function unchecked({ hash }: Block, unfinished: UnfinishedCause): CheckedBlock {
  return { hash, language: null, findings: [], unfinished };
}
