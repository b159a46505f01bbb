import type { CheckedBlock } from "#worker/core/checks/check.ts";
import type { CheckBlockOptions } from "#worker/core/checks/check-block.ts";
import type { EnglishWords } from "#worker/core/checks/spelling/lexicon.ts";
import type { Block } from "#worker/core/page/block.ts";
import type { ThreadMessage } from "../working-thread.ts";

/** What a checking thread is asked, one batch at a time. */
export type CheckBatch = {
  blocks: Block[];
  options: CheckBlockOptions;
  /** Milliseconds of processor time for each Block, and after which no further one of the batch is begun. */
  budget: { blockMs: number; batchMs: number };
};

/** What a thread is started with: the English words that an earlier thread read, in memory that they share. */
export type ThreadData = { english: EnglishWords | null };

/** What it answers: results of the Blocks that it got to, from the first on; when it is ready, with the words for the threads after it. */
export type CheckAnswer = ThreadMessage<CheckedBlock[], EnglishWords | null>;
