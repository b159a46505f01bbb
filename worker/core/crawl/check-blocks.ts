import type { CheckedBlock } from "../checks/check.ts";
import type { CheckBlockOptions } from "../checks/check-block.ts";
import type { Block } from "../page/block.ts";

/** Checks the Blocks of one page, each in its language. `budgetMs`: the processor time for all of them; a page's by default. */
export type CheckBlocks = (blocks: Block[], options: CheckBlockOptions & { budgetMs?: number }) => Promise<CheckedBlock[]>;
