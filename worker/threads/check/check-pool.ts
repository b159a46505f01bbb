import { availableParallelism } from "node:os";
import type { CheckedBlock } from "#worker/core/checks/check.ts";
import type { CheckBlockOptions } from "#worker/core/checks/check-block.ts";
import { BLOCK_BUDGET_MS, PAGE_BUDGET_MS } from "#worker/core/checks/check-budget.ts";
import { checksVersion } from "#worker/core/checks/checks-version.ts";
import { afterFault, NO_ENDS, type ThreadEnds } from "#worker/core/checks/pool/after-fault.ts";
import type { CheckBlocks } from "#worker/core/crawl/check-blocks.ts";
import type { Block } from "#worker/core/page/block.ts";
import { ThreadHungError, ThreadStartError } from "../working-thread.ts";
import { type CheckThreads, createCheckThreads, endCostMs, unchecked } from "./check-threads.ts";
import { checkPackageVersions } from "./package-versions.ts";
import { splitIntoBatches } from "./split-into-batches.ts";

export type CheckPool = { version: string; checkBlocks: CheckBlocks; close(): Promise<void> };

export type CheckPoolOptions = {
  /** Most threads at a time; defaults to one for each core, at most four. They start on demand, and hold about 300 MB each, mostly Harper. */
  threads?: number;
  /** Receives each end of a thread, with the Block on which it died or hung. */
  onFault?(error: unknown, blockHash: string): void;
  /** A batch that takes longer than this counts as hung. */
  hangMs?: number;
  /** Processor time for one Block. */
  blockBudgetMs?: number;
  threadScript?: URL;
};

const HANG_MS = 20_000;

/** The thread beside this module: its source, or its name in the build (see worker/launch/prepare/build-worker.ts). */
const THREAD_SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./check-thread.ts" : "./check-thread.mjs", import.meta.url);

type Pool = { threads: CheckThreads; hangMs: number; onFault(error: unknown, blockHash: string): void };
/** Some Blocks of one call. */
type Batch = { line: number; blocks: Block[]; options: CheckBlockOptions };

/**
 * Checks Blocks in threads. Blocks on which a thread dies, panics or hangs are tried again on a fresh one, as `afterFault` says. A call whose
 * processor time is used up gets the rest of its Blocks back unchecked.
 *
 * @throws when a package that the checks are made of is not installed
 */
export function createCheckPool({
  threads = Math.min(4, availableParallelism()),
  onFault = () => undefined,
  hangMs = HANG_MS,
  blockBudgetMs = BLOCK_BUDGET_MS,
  threadScript = THREAD_SCRIPT,
}: CheckPoolOptions = {}): CheckPool {
  const pool: Pool = { threads: createCheckThreads({ threads, hangMs, blockBudgetMs, threadScript }), hangMs, onFault };
  return {
    version: checksVersion(checkPackageVersions()),
    checkBlocks: async (blocks, { budgetMs = PAGE_BUDGET_MS, ...options }) => {
      const line = pool.threads.openLine(budgetMs);
      try {
        const batches = splitIntoBatches(blocks).map((batch) => checkBatch(pool, { line, blocks: batch, options }));
        return (await Promise.all(batches)).flat();
      } finally {
        pool.threads.closeLine(line);
      }
    },
    close: () => pool.threads.close(),
  };
}

async function checkBatch(pool: Pool, batch: Batch, before: ThreadEnds = NO_ENDS): Promise<CheckedBlock[]> {
  const { line, blocks, options } = batch;
  try {
    const checked = await pool.threads.check(line, blocks, options);
    const left = blocks.slice(checked.length);
    return left.length === 0 ? checked : [...checked, ...(await checkBatch(pool, { ...batch, blocks: left }, before))];
  } catch (error) {
    if (!pool.threads.isOpen(line) || error instanceof ThreadStartError) throw error;
    return await tryAgain(pool, batch, before, error);
  }
}

async function tryAgain(pool: Pool, batch: Batch, before: ThreadEnds, error: unknown): Promise<CheckedBlock[]> {
  const { blocks, options } = batch;
  const hung = error instanceof ThreadHungError;
  const { ends, next } = afterFault(before, { hung, blocks: blocks.length, only: options.only });
  if (next === "each-alone") {
    const tries = blocks.map((block) => checkBatch(pool, { ...batch, blocks: [block] }, ends));
    return (await Promise.all(tries)).flat();
  }
  for (const { hash } of blocks) pool.onFault(error, hash);
  const costMs = endCostMs({ hung }, pool.hangMs);
  if (next === "skip") return blocks.map((block) => ({ ...unchecked(block, "check-failed"), ms: costMs }));
  const spelt = await checkBatch(pool, { ...batch, options: { ...options, only: ["spelling"] } }, ends);
  return spelt.map((result) => ({ unfinished: "check-failed", ...result, ms: costMs + (result.ms ?? 0) }));
}
