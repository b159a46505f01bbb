import type { CheckedBlock } from "#worker/core/checks/check.ts";
import type { CheckBlockOptions } from "#worker/core/checks/check-block.ts";
import type { EnglishWords } from "#worker/core/checks/spelling/lexicon.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { ThreadMessage } from "../working-thread.ts";

/** The task of a checking thread. */
export type CheckBatch = {
  blocks: Block[];
  options: CheckBlockOptions;
  /** Milliseconds of processor time for each Block, and those after which no further Block of the batch is begun. */
  budget: { blockMs: number; batchMs: number };
};

/** The data that a thread starts with: the English words that an earlier thread has read, in shared memory. */
export type ThreadData = { english: EnglishWords | null };

/** Messages of a thread: the English words for later threads when it is ready, then the results of the Blocks that it got to. */
export type CheckAnswer = ThreadMessage<CheckedBlock[], EnglishWords | null>;
