import type { CheckedBlock } from "../checks/check.ts";
import type { CheckBlockOptions } from "../checks/check-block.ts";
import type { Block } from "../page/block.ts";

/**
 * Checks the Blocks of one page, each in its language. `budgetMs` limits their total processor time; it defaults to a page's
 * budget.
 */
export type CheckBlocks = (blocks: Block[], options: CheckBlockOptions & { budgetMs?: number }) => Promise<CheckedBlock[]>;
